package dev.gangway.base.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Finds what is set below {@code gangway.} and means nothing, such as a name with a typing error. Names are compared as Spring
 * Boot does: dashes and case do not matter, lists have indexes, and environment variables are written in two ways.
 *
 * <p>What orchestrators add for a service of that name (such as {@code GANGWAY_PORT_8080_TCP} or {@code GANGWAY_SERVICE_HOST}) is
 * nobody's setting.
 */
final class UnknownProperties {

    private static final String PREFIX = "gangway.";
    private static final String VARIABLES = "GANGWAY_";
    private static final Pattern OF_SERVICES =
            Pattern.compile("(.*_)?SERVICE_(HOST|PORT(_.*)?)|(.*_)?PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?");

    private static final Pattern INDEX = Pattern.compile("_\\d+$");

    private final List<String> known;
    private final Set<ConfigurationPropertyName> names;
    private final Set<String> variables;

    /**
     * Knows names.
     *
     * @param known all that there are, in their canonical form such as {@code gangway.transport.tls-required}
     */
    UnknownProperties(List<String> known) {
        this.known = known;
        this.names = known.stream().map(ConfigurationPropertyName::of).collect(Collectors.toSet());
        this.variables = known.stream()
                .map(name -> name.replace('.', '_').toUpperCase(Locale.ROOT))
                .flatMap(name -> Stream.of(name.replace("-", ""), name.replace('-', '_')))
                .collect(Collectors.toSet());
    }

    /** A line for each that is unknown: its name, where it was set, and which one may be meant. */
    List<String> in(ConfigurableEnvironment environment) {
        List<String> lines = new ArrayList<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                boolean ofVariables = source instanceof SystemEnvironmentPropertySource;
                Stream.of(listed.getPropertyNames())
                        .filter(name -> ofVariables ? isUnknownVariable(name) : isUnknown(name))
                        .map(name -> line(source, name))
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    private boolean isUnknownVariable(String name) {
        String variable = name.toUpperCase(Locale.ROOT);
        return variable.startsWith(VARIABLES)
                && !variables.contains(variable)
                && !variables.contains(INDEX.matcher(variable).replaceFirst(""))
                && !OF_SERVICES.matcher(variable.substring(VARIABLES.length())).matches();
    }

    private boolean isUnknown(String name) {
        if (!name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            return false;
        }
        ConfigurationPropertyName adapted = ConfigurationPropertyName.adapt(name, '.');
        return !names.contains(adapted)
                && !(adapted.isNumericIndex(adapted.getNumberOfElements() - 1) && names.contains(adapted.getParent()));
    }

    private String line(PropertySource<?> source, String name) {
        return name + " (" + PropertySourceOrigin.get(source, name) + "): there is no such property"
                + meant(name).map(other -> "; is " + other + " meant?").orElse("");
    }

    /** The one that takes the fewest changes to the letters, if it takes few; what is left away at the end is no change. */
    private Optional<String> meant(String name) {
        String letters = letters(name);
        @Nullable String nearest = null;
        int fewest = (letters.length() - PREFIX.length()) / 3 + 1;
        for (String each : known) {
            int changes = changes(letters, letters(each));
            if (changes < fewest) {
                fewest = changes;
                nearest = each;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The least number of letters to replace, insert or leave away in the one to have the beginning of the other. */
    private static int changes(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[other.length() + 1];
            now[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = before[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(replaced, Math.min(before[column], now[column - 1]) + 1);
            }
            before = now;
        }
        int fewest = before[0];
        for (int changes : before) {
            fewest = Math.min(fewest, changes);
        }
        return fewest;
    }
}

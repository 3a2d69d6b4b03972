package dev.gangway.onboarding.website;

import com.ibm.icu.text.IDNA;
import dev.gangway.base.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a web page as it is stored and fetched: http or https, the host in ASCII and lower case, numbers as
 * dotted decimals, no user name, no default port, no fragment.
 *
 * @param uri the normalised address, at most {@value #MAX_LENGTH} characters
 */
public record WebsiteUrl(URI uri) {

    /** Longest address, as typed and as normalised. */
    public static final int MAX_LENGTH = 500;

    private static final Pattern SCHEME_WITH_SLASHES = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*)://(.*)$");
    /** {@code mailto:someone}, {@code javascript:…}; a dot or a digit after the colon means host and port instead. */
    private static final Pattern OTHER_SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+-]*):(?!\\d{1,5}(?:[/?#]|$)).*$");

    private static final Pattern AUTHORITY = Pattern.compile("^([^/?#]*)([^?#]*)(\\?[^#]*)?(?:#.*)?$");
    private static final Pattern HOST_AND_PORT = Pattern.compile("^(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::(\\d{0,5}))?$");
    private static final String ALLOWED_IN_PATH = "-._~!$&'()*+,;=:@/";
    private static final IDNA HOST_NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.USE_STD3_RULES);

    /** What became of a typed address. */
    public sealed interface Parsed {}

    /** The address can be stored; whether it may be fetched is seen when it is fetched. */
    public record Valid(WebsiteUrl url) implements Parsed {}

    /** The address cannot be used, and why. */
    public record Problem(Message message) implements Parsed {}

    /** Reads what a person typed; a missing scheme becomes https. */
    public static Parsed parse(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return problem("missing");
        }
        if (text.length() > MAX_LENGTH) {
            return problem("too_long", MAX_LENGTH);
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\' || Character.isSpaceChar(c))) {
            return problem("characters");
        }
        Matcher withScheme = SCHEME_WITH_SLASHES.matcher(text);
        if (withScheme.matches()) {
            String scheme = withScheme.group(1).toLowerCase(Locale.ROOT);
            return scheme.equals("http") || scheme.equals("https")
                    ? parse(scheme, withScheme.group(2))
                    : problem("scheme", scheme);
        }
        Matcher other = OTHER_SCHEME.matcher(text);
        if (other.matches()) {
            return problem("scheme", other.group(1).toLowerCase(Locale.ROOT));
        }
        return parse("https", text.startsWith("//") ? text.substring(2) : text);
    }

    private static Parsed parse(String scheme, String rest) {
        Matcher parts = AUTHORITY.matcher(rest);
        if (!parts.matches()) {
            return problem("characters");
        }
        String authority = parts.group(1);
        if (authority.indexOf('@') >= 0) {
            return problem("credentials");
        }
        Matcher hostAndPort = HOST_AND_PORT.matcher(authority);
        if (!hostAndPort.matches()) {
            return problem("host");
        }
        String host = host(hostAndPort.group(1));
        if (host.isEmpty()) {
            return problem("host");
        }
        String port = hostAndPort.group(2) == null ? "" : hostAndPort.group(2);
        if (!port.isEmpty() && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535)) {
            return problem("port");
        }
        String normalised = scheme + "://" + host + port(scheme, port) + encoded(parts.group(2), "")
                + (parts.group(3) == null ? "" : encoded(parts.group(3), "?"));
        return normalised.length() > MAX_LENGTH
                ? problem("too_long", MAX_LENGTH)
                : new Valid(new WebsiteUrl(URI.create(normalised)));
    }

    /** The host in the form that is resolved, or empty when it is none. */
    private static String host(String typed) {
        if (typed.startsWith("[")) {
            return Ipv6Literal.isOne(typed.substring(1, typed.length() - 1)) ? typed.toLowerCase(Locale.ROOT) : "";
        }
        IDNA.Info info = new IDNA.Info();
        String withoutRoot = typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed;
        String name = HOST_NAMES
                .nameToASCII(withoutRoot, new StringBuilder(), info)
                .toString()
                .toLowerCase(Locale.ROOT);
        if (Ipv4Literal.endsInANumber(name)) {
            return Ipv4Literal.dotted(name).orElse("");
        }
        return !info.hasErrors() && (name.equals("localhost") || name.indexOf('.') > 0) ? name : "";
    }

    private static String port(String scheme, String port) {
        boolean standard = port.isEmpty()
                || (scheme.equals("http") && Integer.parseInt(port) == 80)
                || (scheme.equals("https") && Integer.parseInt(port) == 443);
        return standard ? "" : ":" + Integer.parseInt(port);
    }

    /** Keeps what a URI may contain and what is already encoded, and encodes the rest as UTF-8. */
    private static String encoded(String text, String alsoAllowed) {
        StringBuilder result = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean letterOrDigit = c < 128 && Character.isLetterOrDigit(c);
            if (letterOrDigit || ALLOWED_IN_PATH.indexOf(c) >= 0 || alsoAllowed.indexOf(c) >= 0) {
                result.append(c);
            } else if (c == '%') {
                result.append('%');
            } else {
                result.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return result.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    private static Problem problem(String what, Object... args) {
        return new Problem(Message.of("website.url." + what, args));
    }

    /** The host without brackets. */
    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The port, the scheme's own where none is named. */
    int port() {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equals("https") ? 443 : 80;
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}

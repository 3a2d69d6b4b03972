package dev.gangway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Holds the table of docs/configuration.md against the properties that exist. */
class ConfigurationTableTest {

    @Test
    void everyPropertyStandsInTheTableAndNoOther() throws IOException {
        assertThat(rows().keySet())
                .containsExactlyInAnyOrderElementsOf(properties().keySet());
    }

    @Test
    void everyPropertyHasTheEnvironmentVariableThatSpringBootReads() throws IOException {
        assertThat(rows())
                .allSatisfy((property, cells) -> assertThat(cells.get(1))
                        .isEqualTo("`"
                                + property.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT) + "`"));
    }

    @Test
    void theTableNamesTheRealDefaults() throws IOException {
        Map<String, List<String>> rows = rows();
        properties().forEach((property, component) -> {
            DefaultValue standard = component.getAnnotation(DefaultValue.class);
            if (standard != null && standard.value().length == 1 && !property.equals("gangway.database.embedded")) {
                assertThat(rows.get(property)).element(2).isEqualTo("`" + standard.value()[0] + "`");
            }
        });
    }

    private static Map<String, RecordComponent> properties() {
        Map<String, RecordComponent> properties = new TreeMap<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.gangway").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .map(JavaClass::reflect)
                        .forEach(type -> Arrays.stream(type.getRecordComponents())
                                .forEach(component -> properties.put(
                                        type.getAnnotation(ConfigurationProperties.class)
                                                        .value() + "."
                                                + DataObjectPropertyName.toDashedForm(component.getName()),
                                        component)));
        return properties;
    }

    private static Map<String, List<String>> rows() throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Stream<String> lines = Files.lines(Path.of("docs/configuration.md"))) {
            lines.filter(line -> line.startsWith("| `gangway.")).forEach(line -> {
                List<String> cells = Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList();
                rows.put(cells.getFirst().replace("`", ""), cells);
            });
        }
        return rows;
    }
}

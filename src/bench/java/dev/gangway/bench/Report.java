package dev.gangway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures of one benchmark: printed as they come, as rows of a table, and written as JSON to {@code target/bench/NAME.json}. */
final class Report {

    private final Path json;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    Report(String name) {
        json = Path.of("target/bench", name + ".json");
    }

    /** Adds a row: names and figures in turn. */
    void row(String what, Object... figures) throws IOException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", what);
        StringBuilder line = new StringBuilder("| ").append(what);
        for (int i = 0; i < figures.length; i += 2) {
            row.put((String) figures[i], figures[i + 1]);
            line.append(" | ")
                    .append(figures[i])
                    .append(": ")
                    .append(
                            figures[i + 1] instanceof Double number
                                    ? String.format(Locale.ROOT, "%,.2f", number)
                                    : figures[i + 1]);
        }
        rows.add(row);
        System.out.println(line.append(" |"));
        Files.createDirectories(json.getParent());
        Files.writeString(json, rows.stream().map(Report::object).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    }

    private static String object(Map<String, Object> row) {
        return row.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": "
                        + (entry.getValue() instanceof Number number ? number : "\"" + entry.getValue() + "\""))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The value in the middle. */
    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}

package dev.gangway.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import tools.jackson.databind.json.JsonMapper;

/** What came of all faults, by kind: as a table for people, and as JSON. */
public final class FaultReport {

    private final Map<String, List<Struck>> byFault = new LinkedHashMap<>();

    void add(Struck struck) {
        byFault.computeIfAbsent(struck.fault(), none -> new ArrayList<>()).add(struck);
    }

    /** What is not stored as it was answered, in words, of all faults. */
    public List<String> wrong() {
        return byFault.values().stream()
                .flatMap(List::stream)
                .flatMap(struck -> struck.wrong().stream().map(words -> struck.fault() + ": " + words))
                .toList();
    }

    /** Writes {@code faults.txt} and {@code faults.json}. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("faults.txt"), toString());
        Files.writeString(
                folder.resolve("faults.json"), JsonMapper.builder().build().writeValueAsString(rows()));
    }

    /** Sums by kind. */
    List<Row> rows() {
        return byFault.entrySet().stream().map(FaultReport::row).toList();
    }

    private static Row row(Map.Entry<String, List<Struck>> entry) {
        List<Struck> all = entry.getValue();
        List<Long> back = all.stream().map(Struck::backMillis).sorted().toList();
        return new Row(
                entry.getKey(),
                all.size(),
                sum(all, Struck::answered),
                sum(all, Struck::unanswered),
                sum(all, Struck::happened),
                sum(all, struck -> struck.wrong().size()),
                back.get(back.size() / 2),
                back.getLast());
    }

    private static long sum(List<Struck> all, ToLongFunction<Struck> figure) {
        return all.stream().mapToLong(figure).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("""
                | fault | times | answered | unanswered | of these stored | lost, half or twice | back, median | back, longest |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        rows().forEach(row -> text.append(row).append('\n'));
        wrong().forEach(words -> text.append(words).append('\n'));
        return text.toString();
    }

    /** One kind of fault. */
    record Row(
            String fault,
            int times,
            long answered,
            long unanswered,
            long happened,
            long wrong,
            long backMedianMillis,
            long backLongestMillis) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,d | %,d | %,d | %,d | %.1f s | %.1f s |",
                    fault,
                    times,
                    answered,
                    unanswered,
                    happened,
                    wrong,
                    backMedianMillis / 1000.0,
                    backLongestMillis / 1000.0);
        }
    }
}

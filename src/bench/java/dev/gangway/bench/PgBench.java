package dev.gangway.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has PostgreSQL's own load driver send the same statements to the same database. */
final class PgBench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without");

    private PgBench() {}

    /** Transactions a second. */
    static double run(ServedProduct product, Path script, int clients, Duration duration)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=2",
                        "--time=" + duration.toSeconds(),
                        "--file=" + script.toAbsolutePath(),
                        "--host=127.0.0.1",
                        "--port=" + product.databasePort(),
                        "--username=gangway",
                        "gangway")
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", product.databasePassword());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher tps = TPS.matcher(output);
        if (process.waitFor() != 0 || !tps.find()) {
            throw new IllegalStateException("pgbench: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }
}

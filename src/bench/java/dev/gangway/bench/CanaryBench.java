package dev.gangway.bench;

import dev.gangway.bench.canary.Haystack;
import dev.gangway.bench.canary.SecretWalk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Secrets that can be recognised, given to the packaged product in every way it takes them, and then looked for in its log, its
 * answers, its heap, the files of its database and a backup. Writes what was found where to {@code target/bench/canary.json},
 * and fails where a secret is that must not be there.
 */
final class CanaryBench {

    private static final String MARK = "canary7c1f";
    private static final String CLIENT_SECRET = MARK + "SecretOfTheClient";

    private final ServedProduct product;
    private final List<String> leaks = new ArrayList<>();
    private final Map<String, Map<String, Long>> places = new TreeMap<>();

    private CanaryBench(ServedProduct product) {
        this.product = product;
    }

    /** Where each secret may be, because without it there the product could not do its work; see docs/security/attacks.md. */
    private static final Map<String, List<String>> KNOWN = Map.of(
            "the secret of the client at the identity provider", List.of("heap"),
            "the password of the database", List.of("heap"),
            "the key of the encryption", List.of("heap"),
            // As headers of the requests that a connection has carried last.
            "a person's bearer token", List.of("heap"),
            "a person's cookie", List.of("heap"),
            "an administrator's cookie", List.of("heap"));

    static void run(Path jar) throws Exception {
        Map<String, String> settings = Map.of(
                "GANGWAY_SSO_ISSUER", "http://127.0.0.1:9/none",
                "GANGWAY_SSO_CLIENTID", "gangway-web",
                "GANGWAY_SSO_CLIENTSECRET", CLIENT_SECRET);
        try (ServedProduct product = ServedProduct.start(jar, settings)) {
            new CanaryBench(product).run(jar, settings);
        }
    }

    private void run(Path jar, Map<String, String> settings) throws Exception {
        try (SecretWalk walk = new SecretWalk(product.address("/"), MARK)) {
            walk.secret("the secret of the client at the identity provider", CLIENT_SECRET)
                    .secret("the password of the database", product.databasePassword())
                    .secret("the key of the encryption", encryptionKey());
            walk.everything("admin", "gangway-demo");
            Map<String, String> secrets = walk.secrets();
            Path backup = product.folder().resolve("canary.backup");
            int code = product.command(jar, settings, "backup", backup.toString());
            if (code != 0) {
                throw new IllegalStateException("The backup ended with " + code);
            }
            Path heap = product.folder().resolve("canary.hprof");
            walk.overwrite();
            product.jcmd("GC.run");
            product.jcmd("GC.heap_dump " + heap);
            look("log", Haystack.search(product.log(), secrets));
            List<Haystack.Find> inHeap = Haystack.search(heap, secrets);
            look("heap", inHeap.stream().filter(Haystack::isKept).toList());
            look(
                    "buffers",
                    inHeap.stream().filter(find -> !Haystack.isKept(find)).toList());
            try (Connection database = product.connect()) {
                database.createStatement().execute("checkpoint");
            }
            look("database", Haystack.search(product.databaseDirectory().resolve("cluster"), secrets));
            look("backup", Haystack.search(unpacked(backup), secrets));
            walk.answers()
                    .forEach((asked, answer) -> secrets.forEach((what, secret) -> {
                        if (answer.contains(secret)) {
                            found("answers", what, asked + ": " + answer);
                        }
                    }));
        } finally {
            report();
        }
        if (!leaks.isEmpty()) {
            throw new IllegalStateException("A secret is where it must not be; see target/bench/canary.json");
        }
    }

    private String encryptionKey() throws IOException {
        String file = Files.readString(product.folder().resolve("data/encryption.key"))
                .strip();
        return file.substring(file.indexOf(':') + 1).strip();
    }

    private void look(String place, List<Haystack.Find> finds) {
        finds.forEach(find -> found(place, find.what(), find.file().getFileName() + ": " + find.around()));
    }

    private void found(String place, String what, String where) {
        boolean isFirst = places.computeIfAbsent(what, one -> new TreeMap<>()).merge(place, 1L, Long::sum) <= 3;
        boolean isKnown =
                place.equals("buffers") || KNOWN.getOrDefault(what, List.of()).contains(place);
        if (!isKnown && isFirst) {
            leaks.add(what + " in " + place + ", " + where);
        }
    }

    private static Path unpacked(Path backup) throws IOException {
        Path folder = Files.createDirectories(backup.resolveSibling("canary-backup"));
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : zip.stream().filter(one -> !one.isDirectory()).toList()) {
                Path file = folder.resolve(entry.getName().replace('/', '_'));
                Files.write(file, zip.getInputStream(entry).readAllBytes());
            }
        }
        return folder;
    }

    private void report() throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("found", places);
        report.put("known", KNOWN);
        report.put("leaks", leaks);
        Path json = Path.of("target/bench/canary.json");
        Files.createDirectories(json.getParent());
        Files.writeString(
                json,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report),
                StandardCharsets.UTF_8);
        System.out.println(places.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n")));
        leaks.forEach(System.out::println);
    }
}

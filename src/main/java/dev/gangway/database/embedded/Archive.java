package dev.gangway.database.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * This platform's PostgreSQL programs, packed in a jar of the class path.
 *
 * @param location the archive inside the jar
 */
record Archive(URL location) {

    private static final int OWNER_EXECUTES = 0100;

    /** What only builds or documents: left packed, so that the first start is faster. */
    private static final Set<String> UNNEEDED = Set.of("include", "doc", "man", "locale", "pkgconfig");

    /**
     * @throws EmbeddedDatabaseException where the class path holds no archive for this platform
     */
    static Archive ofThisPlatform() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        List<String> variants =
                Files.exists(Path.of("/etc/alpine-release")) ? List.of("-alpine_linux", "") : List.of("");
        return variants.stream()
                .map(variant -> "/postgres-%s-%s%s.txz".formatted(system, machine, variant))
                .map(Archive.class::getResource)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Archive::new)
                .orElseThrow(
                        () -> new EmbeddedDatabaseException(("This build brings no PostgreSQL for %s %s: build it on"
                                        + " this kind of machine, or configure an external database with"
                                        + " SPRING_DATASOURCE_URL")
                                .formatted(system, machine)));
    }

    /** A name that changes with the content, so that a newer archive is unpacked beside an older one. */
    String fingerprint() {
        try {
            return location.openConnection() instanceof JarURLConnection jar && jar.getJarEntry() != null
                    ? Long.toHexString(jar.getJarEntry().getCrc())
                    : "plain";
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("The packed PostgreSQL cannot be read: " + e.getMessage(), e);
        }
    }

    /** Unpacks into a directory that does not exist yet. */
    void unpack(Path directory) throws IOException {
        try (InputStream packed = new BufferedInputStream(location.openStream(), 1 << 16);
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("Entry outside of the archive: " + entry.getName());
                }
                if (needed(directory.relativize(target))) {
                    write(entry, tar, target);
                }
            }
        }
    }

    private static boolean needed(Path path) {
        return Stream.iterate(path, Objects::nonNull, Path::getParent)
                .noneMatch(part -> UNNEEDED.contains(Objects.toString(part.getFileName())));
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & OWNER_EXECUTES) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot be made executable: " + target);
        }
    }
}

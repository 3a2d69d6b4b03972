package dev.gangway.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of one embedded database and the files in it that are ours.
 *
 * @param directory absolute
 */
record Home(Path directory) {

    private static final Logger log = LoggerFactory.getLogger(Home.class);
    private static final int PASSWORD_BYTES = 24;
    private static final long LONG_LOG = 10L << 20;

    /**
     * @throws EmbeddedDatabaseException where the directory cannot be made
     */
    static Home at(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "The directory %s for the embedded database cannot be made: %s".formatted(absolute, e), e);
        }
        return new Home(absolute);
    }

    /** PostgreSQL's own files; there only when complete. */
    Path data() {
        return directory.resolve("cluster");
    }

    Path log() {
        return directory.resolve("postgres.log");
    }

    Path passwordFile() {
        return directory.resolve("password");
    }

    String password() {
        return read(passwordFile());
    }

    boolean isCreated() {
        return Files.isDirectory(data());
    }

    /** Makes the database's files; an interrupted attempt before is thrown away, it held nothing. */
    void create(Programs programs, boolean durable) {
        Path unfinished = directory.resolve("cluster.unfinished");
        try {
            Trees.delete(unfinished);
            writePassword();
            programs.run(
                    "initdb",
                    "--pgdata=" + unfinished,
                    "--username=" + Connector.USER,
                    "--pwfile=" + passwordFile(),
                    "--auth=scram-sha-256",
                    "--data-checksums",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    durable ? "--sync-method=" + quickestSync() : "--no-sync");
            Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
            flush(directory);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "The embedded database cannot be made in %s: %s".formatted(directory, e), e);
        }
    }

    /** Linux writes a file system at once, with the programs unpacked before; elsewhere it goes file by file. */
    private static String quickestSync() {
        return System.getProperty("os.name").equals("Linux") ? "syncfs" : "fsync";
    }

    /** On the disk before the database is: whoever finds the one after a power cut needs the other. */
    private void writePassword() throws IOException {
        Files.deleteIfExists(passwordFile());
        byte[] password = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(password);
        Files.createFile(passwordFile(), onlyForTheOwner());
        Files.writeString(
                passwordFile(), HexFormat.of().formatHex(password), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        flush(directory);
    }

    /** Not every system can do this with a directory; those that cannot keep entries safe themselves. */
    private static void flush(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            log.debug("{} cannot be flushed", directory, e);
        }
    }

    /** Begins a new log where the last one has grown long; keeps one old one. */
    void keepLogShort() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LONG_LOG) {
            Files.move(log(), directory.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The port of last time where it is free, so that tools find it again; otherwise a new one. */
    int freePort() {
        return new PortFile(directory.resolve("port")).free();
    }

    private static FileAttribute<?>[] onlyForTheOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("%s cannot be read: %s".formatted(file, e), e);
        }
    }
}

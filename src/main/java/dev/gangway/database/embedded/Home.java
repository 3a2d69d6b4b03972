package dev.gangway.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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
    private static final int MAX_PORT = 65_535;

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
                    durable ? "--sync-method=fsync" : "--no-sync");
            Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
            flush(directory);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "The embedded database cannot be made in %s: %s".formatted(directory, e), e);
        }
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

    /** The port of last time where it is free, so that tools find it again; otherwise a new one. */
    int freePort() {
        Path file = directory.resolve("port");
        if (Files.exists(file)) {
            int last = portIn(read(file));
            if (last > 0 && isFree(last)) {
                return last;
            }
        }
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, Integer.toString(any.getLocalPort()));
            return any.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("No free port for the embedded database: " + e.getMessage(), e);
        }
    }

    /** Only a wish: a power cut may have left the file empty. */
    private static int portIn(String text) {
        return text.matches("[1-9][0-9]{3,4}") && Integer.parseInt(text) <= MAX_PORT ? Integer.parseInt(text) : 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of the database that just ended may linger; they do not keep it from listening again
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
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

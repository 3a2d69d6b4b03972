package dev.gangway.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Remembers the port of the embedded database.
 *
 * @param file holds the number as text
 */
record PortFile(Path file) {

    /** Below the range from which systems take ports for outgoing connections, so that none of these is in the way. */
    private static final int FIRST = 20_000;

    private static final int LAST = 29_999;
    private static final int ATTEMPTS = 100;

    /** The port of last time where it is free; otherwise a new one, remembered. */
    int free() {
        return remembered().filter(PortFile::isFree).orElseGet(this::another);
    }

    private Optional<Integer> remembered() {
        try {
            return Optional.of(Integer.parseInt(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private int another() {
        SecureRandom random = new SecureRandom();
        int port = IntStream.generate(() -> random.nextInt(FIRST, LAST + 1))
                .limit(ATTEMPTS)
                .filter(PortFile::isFree)
                .findFirst()
                .orElseThrow(() -> new EmbeddedDatabaseException(
                        "No free port for the embedded database between %d and %d".formatted(FIRST, LAST)));
        try {
            Files.writeString(file, Integer.toString(port));
            return port;
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("%s cannot be written: %s".formatted(file, e), e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of the database that just ended may linger; they do not keep it from listening again
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}

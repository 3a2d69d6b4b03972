package dev.gangway.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was asked and what was answered, in a file of its own that nothing of the product knows: one JSON object a line, on the
 * disk before the next request of the same person is sent. A later run on the same folder goes on from it.
 */
final class Ledger implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileChannel channel;

    private Ledger(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * One line.
     *
     * @param what {@code asked}, {@code answered}, {@code happened} or {@code never} (found so in the database, of one that
     *     was not answered and has no key), or {@code fault}
     * @param walk the id of the wizard session that the answer names
     * @param status of HTTP; 0 where there is none
     */
    record Line(
            String what,
            @Nullable Deed deed,
            @Nullable String walk,
            int status,
            @Nullable Struck struck) {}

    /** Opens it, and tells what it holds already. */
    static Ledger open(Path file, Consumer<Line> known) throws IOException {
        if (Files.exists(file)) {
            try (var lines = Files.lines(file)) {
                lines.forEach(line -> known.accept(JSON.readValue(line, Line.class)));
            }
        }
        return new Ledger(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    /** Not on the disk yet: a request that nobody answered proves nothing. */
    void asked(Deed deed) {
        write(new Line("asked", deed, null, 0, null), false);
    }

    void answered(Deed deed, int status, @Nullable String walk) {
        write(new Line("answered", deed, walk, status, null), true);
    }

    /** What the database says about a request without a key that was not answered. */
    void found(Deed deed, boolean happened) {
        write(new Line(happened ? "happened" : "never", deed, null, 0, null), true);
    }

    void struck(Struck fault) {
        write(new Line("fault", null, null, 0, fault), true);
    }

    private synchronized void write(Line line, boolean durably) {
        try {
            channel.write(ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8)));
            if (durably) {
                channel.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

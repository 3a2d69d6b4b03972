package dev.gangway.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file that the operating system takes away when its process ends, however it ends.
 */
final class UseOfData implements AutoCloseable {

    private final FileChannel channel;

    private UseOfData(FileChannel channel) {
        this.channel = channel;
    }

    /** Alone, or not at all. */
    static Optional<UseOfData> alone(Path file) {
        return take(file, false);
    }

    /** Together with others who share it, or not at all. */
    static Optional<UseOfData> shared(Path file) {
        return take(file, true);
    }

    private static Optional<UseOfData> take(Path file, boolean shared) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel, shared);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new UseOfData(channel));
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("%s cannot be locked: %s".formatted(file, e), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("A lock cannot be released: " + e.getMessage(), e);
        }
    }
}

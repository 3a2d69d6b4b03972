package dev.gangway.privacy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file that lost its name right after it was made: nobody else can open it, and nothing of it is left when it
 * is closed or the process dies, however that happens.
 */
public final class NamelessFile implements AutoCloseable {

    private final FileChannel channel;

    /** An empty one. */
    public NamelessFile() throws IOException {
        Path path = Files.createTempFile("gangway", null); // readable by this account of the system only
        try {
            channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } finally {
            Files.deleteIfExists(path);
        }
    }

    /** Where to write; closing it leaves the file. */
    public OutputStream out() {
        return new Unclosed(Channels.newOutputStream(channel));
    }

    /** How many bytes were written. */
    public long size() throws IOException {
        return channel.size();
    }

    /** What was written, from its beginning; closing it takes the file away. */
    public InputStream in() throws IOException {
        return Channels.newInputStream(channel.position(0));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static final class Unclosed extends OutputStream {

        private final OutputStream out;

        Unclosed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int single) throws IOException {
            out.write(single);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}

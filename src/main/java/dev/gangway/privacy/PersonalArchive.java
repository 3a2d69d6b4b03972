package dev.gangway.privacy;

import java.io.IOException;
import java.io.InputStream;

/**
 * Everything that is stored about one person, as a ZIP file that is there until it is closed.
 *
 * @param fileName what to call it
 * @param size in bytes
 * @param content to be read once
 */
public record PersonalArchive(String fileName, long size, InputStream content) implements AutoCloseable {

    /** The media type of the content. */
    public static final String MEDIA_TYPE = "application/zip";

    /** Takes it away for good. */
    @Override
    public void close() throws IOException {
        content.close();
    }
}

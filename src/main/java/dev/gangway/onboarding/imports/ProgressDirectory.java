package dev.gangway.onboarding.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The directory that the predecessor kept its files in; nothing outside of it is read. */
final class ProgressDirectory {

    /** More than every field at its longest needs. */
    private static final int LARGEST = 1024 * 1024;

    private final Path directory;

    /**
     * The directory.
     *
     * @throws IOException when it does not exist or is none
     */
    ProgressDirectory(Path directory) throws IOException {
        this.directory = directory.toRealPath();
        if (!Files.isDirectory(this.directory)) {
            throw new NotDirectoryException(directory.toString());
        }
    }

    /** Files with the predecessor's kind of name, by name. */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, ".onboarding_progress_*.json")) {
            found.forEach(files::add);
        }
        files.sort(Comparator.comparing(Path::toString));
        return files;
    }

    /**
     * The content of a file.
     *
     * @throws BadFile when it is no ordinary file of this directory, too big or not readable
     */
    byte[] read(Path file) throws BadFile {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(directory)) {
                throw new BadFile("is a link that leads out of the directory");
            }
            if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                throw new BadFile("is not a file");
            }
            try (InputStream content = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
                byte[] bytes = content.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new BadFile("is larger than 1 MB");
                }
                return bytes;
            }
        } catch (IOException e) {
            throw new BadFile("cannot be read");
        }
    }
}

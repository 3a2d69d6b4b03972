package dev.gangway.backup.internal;

import dev.gangway.backup.BackupException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A zip archive with one file for each table, and {@link Contents} that tells what must be in it. */
public final class BackupFile implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ZipFile zip;
    private final Contents contents;

    private BackupFile(ZipFile zip, Contents contents) {
        this.zip = zip;
        this.contents = contents;
    }

    /** Puts everything but the contents into an archive, and tells these. */
    @FunctionalInterface
    public interface Filling {

        Contents fill(ZipOutputStream zip) throws IOException, SQLException;
    }

    /** Writes a backup, which appears under its name when it is whole and on the disk. */
    public static Contents write(Path file, Filling filling) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new BackupException(file + " is there already");
        }
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path unfinished = Files.createTempFile(folder, file.getFileName() + ".", ".unfinished", onlyForItsOwner(file));
        try {
            Contents contents;
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
                    ZipOutputStream zip =
                            new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16))) {
                contents = filling.fill(zip);
                zip.putNextEntry(new ZipEntry(Contents.FILE));
                zip.write(JSON.writeValueAsBytes(contents));
                zip.closeEntry();
                zip.finish();
                zip.flush();
                channel.force(true);
            }
            appear(unfinished, file);
            return contents;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** A link appears whole or not at all and never replaces another, unlike a move; where there are none, a move has to do. */
    private static void appear(Path unfinished, Path file) throws IOException {
        try {
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * Opens a backup.
     *
     * @throws BackupException where it is none
     */
    public static BackupFile open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new BackupException(file + " cannot be read");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new BackupException(file + " is not a whole backup: " + e.getMessage(), e);
        }
        try {
            return new BackupFile(zip, contents(file, zip));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    public Contents contents() {
        return contents;
    }

    /** The rows of a table. */
    InputStream rows(Contents.Table table) throws IOException {
        return entry(zip, table.file());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Contents contents(Path file, ZipFile zip) throws IOException {
        Contents contents;
        try (InputStream in = entry(zip, Contents.FILE)) {
            contents = JSON.readValue(in.readAllBytes(), Contents.class);
        } catch (JacksonException e) {
            throw new BackupException(file + " is not a backup: " + Contents.FILE + " cannot be understood", e);
        }
        if (contents.format() != Contents.FORMAT) {
            throw new BackupException(
                    "%s has format %d, and only %d is known".formatted(file, contents.format(), Contents.FORMAT));
        }
        return contents;
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupException(zip.getName() + " is not a whole backup: " + name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    private static FileAttribute<?>[] onlyForItsOwner(Path file) {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

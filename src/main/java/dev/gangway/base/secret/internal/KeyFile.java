package dev.gangway.base.secret.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The key of an embedded database that nobody configured one for: one line {@code ID:KEY} that only its owner reads, beside
 * the database's directory and not in it, so that a copy of the database's files alone opens no secret.
 */
final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final SecureRandom random;

    KeyFile(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
    }

    Path path() {
        return file;
    }

    /** The key, where the file exists. */
    Optional<KeyEncryptionKey> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(KeyEncryptionKey.parse(
                            Files.readString(file).strip(), file.getFileName().toString()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The encryption key in " + file + " cannot be read", e);
        }
    }

    /** The key, made and stored durably if there is none yet; of several that make one at once all get the same. */
    KeyEncryptionKey readOrCreate() {
        return read().orElseGet(() -> {
            try {
                create();
            } catch (IOException e) {
                throw new UncheckedIOException("The encryption key cannot be written to " + file, e);
            }
            return read().orElseThrow();
        });
    }

    private void create() throws IOException {
        Path directory = requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(directory);
        Path unfinished =
                directory.resolve(file.getFileName() + "." + HexFormat.of().formatHex(randomBytes(8)));
        try {
            write(unfinished);
            // A link appears whole or not at all and never replaces another, unlike a move.
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException e) {
            return; // Another process was first; its key is the key.
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void write(Path unfinished) throws IOException {
        byte[] key = randomBytes(KeyEncryptionKey.BYTES);
        String line = "local-" + HexFormat.of().formatHex(randomBytes(4)) + ":"
                + Base64.getEncoder().encodeToString(key) + "\n";
        try (FileChannel channel = FileChannel.open(unfinished, Set.of(CREATE_NEW, WRITE), ownerOnly(unfinished))) {
            ByteBuffer bytes = UTF_8.encode(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}

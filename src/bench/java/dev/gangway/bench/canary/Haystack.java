package dev.gangway.bench.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for texts in files, as bytes in the ways that Java and PostgreSQL keep text. */
public final class Haystack {

    private static final List<Charset> WAYS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int PIECE = 1 << 30;

    /** How much around a find is told. */
    private static final int AROUND = 160;

    /** How a heap dump begins an array of numbers: a tag, its id, a serial number, its length, its type. */
    private static final int HEAD = 1 + 8 + 4 + 4 + 1;

    private static final byte PRIMITIVE_ARRAY = 0x23;
    private static final int BYTES = 8;
    private static final int CHARS = 5;
    private static final int LONGEST_TEXT = 2_000;

    private Haystack() {}

    /** One that was found: what it is, in which file, and what stands around it, with everything unreadable as a dot. */
    public record Find(String what, Path file, String around, int arrayLength) {}

    /** Looks through a file, or all files of a folder; files that go meanwhile hold nothing. */
    public static List<Find> search(Path where, Map<String, String> needles) throws IOException {
        List<Find> finds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(where)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                search(file, needles, finds);
            }
        }
        return finds;
    }

    private static void search(Path file, Map<String, String> needles, List<Find> finds) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long start = 0; start < channel.size(); start += PIECE) {
                long length = Math.min(channel.size() - start, PIECE + 4_096L);
                MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, start, length);
                needles.forEach((what, needle) -> WAYS.forEach(way -> search(bytes, needle.getBytes(way)).stream()
                        .map(at -> new Find(what, file, around(bytes, at), arrayLength(bytes, at)))
                        .forEach(finds::add)));
            }
        } catch (NoSuchFileException gone) {
            // PostgreSQL removes files as it goes.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Horspool's way: most of the bytes are not even looked at. */
    private static List<Integer> search(MappedByteBuffer bytes, byte[] needle) {
        int[] skip = new int[256];
        Arrays.fill(skip, needle.length);
        for (int i = 0; i < needle.length - 1; i++) {
            skip[needle[i] & 0xff] = needle.length - 1 - i;
        }
        List<Integer> found = new ArrayList<>();
        int last = bytes.capacity() - needle.length;
        for (int at = 0; at <= last; at += skip[bytes.get(at + needle.length - 1) & 0xff]) {
            int left = needle.length - 1;
            while (left >= 0 && bytes.get(at + left) == needle[left]) {
                left--;
            }
            if (left < 0) {
                found.add(at);
            }
        }
        return found;
    }

    /**
     * Whether a find in a heap dump lies in an array that is no larger than a text: one that something keeps. Larger ones are
     * what requests are read into and answers written into; servers use them again and do not clear them.
     */
    public static boolean isKept(Find find) {
        return find.arrayLength() > 0 && find.arrayLength() < LONGEST_TEXT;
    }

    /** The length of the array of a heap dump that an offset lies in; 0 where its head is not near. */
    private static int arrayLength(MappedByteBuffer bytes, int at) {
        for (int head = at - HEAD; head >= Math.max(0, at - LONGEST_TEXT - HEAD); head--) {
            int length = bytes.getInt(head + HEAD - 5);
            int type = bytes.get(head + HEAD - 1);
            boolean isArray = bytes.get(head) == PRIMITIVE_ARRAY && (type == BYTES || type == CHARS) && length > 0;
            if (isArray && at < head + HEAD + (long) length * (type == CHARS ? 2 : 1)) {
                return length;
            }
        }
        return 0;
    }

    private static String around(MappedByteBuffer bytes, int at) {
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(0, at - AROUND); i < Math.min(bytes.capacity(), at + AROUND); i++) {
            int one = bytes.get(i) & 0xff;
            text.append(one >= 32 && one < 127 ? (char) one : '.');
        }
        return text.toString();
    }
}

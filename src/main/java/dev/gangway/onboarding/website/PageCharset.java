package dev.gangway.onboarding.website;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the character set of a page: byte order mark, then the answer's header, then the page's own meta element within
 * its first 1024 bytes, then UTF-8 if the bytes are valid UTF-8, else windows-1252. Source: WHATWG HTML Standard,
 * "Determining the character encoding".
 */
final class PageCharset {

    private static final int PRESCAN = 1024;
    private static final Pattern META =
            Pattern.compile("(?i)<meta[^>]{0,300}charset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private PageCharset() {}

    static Charset of(byte[] page, @Nullable Charset header) {
        if (startsWith(page, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(page, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(page, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (header != null) {
            return asBrowsersDo(header);
        }
        return meta(page).orElseGet(() -> isUtf8(page) ? StandardCharsets.UTF_8 : WINDOWS);
    }

    /** The text without a byte order mark. */
    static String decode(byte[] page, Charset charset) {
        String text = new String(page, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<Charset> meta(byte[] page) {
        String start = new String(page, 0, Math.min(page.length, PRESCAN), StandardCharsets.ISO_8859_1);
        Matcher matcher = META.matcher(start);
        if (!matcher.find()) {
            return Optional.empty();
        }
        // The element itself was readable as ASCII, so UTF-16 cannot be true.
        return named(matcher.group(1))
                .map(charset -> charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset)
                .map(PageCharset::asBrowsersDo);
    }

    static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** What calls itself ISO-8859-1 or ASCII on the web is windows-1252. */
    private static Charset asBrowsersDo(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
                ? WINDOWS
                : charset;
    }

    private static boolean isUtf8(byte[] page) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(page));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static boolean startsWith(byte[] page, int... mark) {
        if (page.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((page[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

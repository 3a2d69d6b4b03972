package dev.gangway.onboarding.website;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

/** Reads the page out of an answer: only HTML, only up to a size that counts after decompression. */
final class PageReader {

    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

    private final DataSize maxSize;

    PageReader(DataSize maxSize) {
        this.maxSize = maxSize;
    }

    FetchResult read(URI uri, ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        ContentType type = ContentType.parseLenient(header(response, HttpHeaders.CONTENT_TYPE));
        String mimeType = type == null ? "" : type.getMimeType().toLowerCase(Locale.ROOT);
        if (!PAGES.contains(mimeType)) {
            return FetchResult.failed("not_a_page", mimeType.isEmpty() ? "–" : mimeType);
        }
        String encoding = header(response, HttpHeaders.CONTENT_ENCODING).strip().toLowerCase(Locale.ROOT);
        boolean compressed = GZIP.contains(encoding);
        if (!compressed && !encoding.isEmpty() && !encoding.equals("identity")) {
            return FetchResult.failed("encoding", shortened(encoding));
        }
        if (entity != null && entity.getContentLength() > maxSize.toBytes()) {
            return tooLarge();
        }
        byte[] page = entity == null ? new byte[0] : bytes(entity, compressed);
        if (page.length > maxSize.toBytes()) {
            return tooLarge();
        }
        Charset charset = PageCharset.of(page, type == null ? null : type.getCharset());
        return new FetchResult.Fetched(uri, PageCharset.decode(page, charset), charset, page.length);
    }

    /** One byte more than allowed where there is more, so that the caller sees it. */
    private byte[] bytes(HttpEntity entity, boolean compressed) throws IOException {
        int limit = Math.toIntExact(maxSize.toBytes()) + 1;
        // Neither stream is closed: closing would read an endless answer to its end. The connection is cut instead.
        InputStream raw = entity.getContent();
        if (!compressed) {
            return raw.readNBytes(limit);
        }
        PushbackInputStream packed = new PushbackInputStream(raw);
        int first = packed.read();
        if (first < 0) {
            return new byte[0];
        }
        packed.unread(first);
        return new GZIPInputStream(packed).readNBytes(limit);
    }

    private FetchResult tooLarge() {
        return FetchResult.failed("too_large", Math.toIntExact(maxSize.toMegabytes()));
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null ? "" : header.getValue();
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}

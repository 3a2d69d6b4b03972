package dev.gangway.onboarding.website;

import dev.gangway.base.Message;
import java.net.URI;
import java.nio.charset.Charset;

/** What became of a fetch. */
public sealed interface FetchResult {

    /**
     * A web page.
     *
     * @param uri where it was found, after all redirects
     * @param html its text
     * @param charset the character set it was sent in
     * @param bytes its size after decompression
     */
    record Fetched(URI uri, String html, Charset charset, int bytes) implements FetchResult {}

    /** The address may not be fetched: its host, port or scheme is not public. */
    record Refused(Message message) implements FetchResult {}

    /** The address may be fetched but no page came of it; trying again can help. */
    record Failed(Message message) implements FetchResult {}

    static Refused refused(String what, Object... args) {
        return new Refused(Message.of("website.fetch." + what, args));
    }

    static Failed failed(String what, Object... args) {
        return new Failed(Message.of("website.fetch." + what, args));
    }
}

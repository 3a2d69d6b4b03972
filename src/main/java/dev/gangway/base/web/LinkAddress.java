package dev.gangway.base.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The whole address of a one-time link, as the browser of whoever asks for it reaches this server. */
public final class LinkAddress {

    private LinkAddress() {}

    /** A page with a secret behind the {@code #}, which browsers keep to themselves. */
    public static String of(HttpServletRequest request, String page, String secret) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path("/" + page)
                .fragment(secret)
                .toUriString();
    }
}

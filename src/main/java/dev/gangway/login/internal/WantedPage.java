package dev.gangway.login.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** The page that somebody asked for before they had to log in. */
public final class WantedPage {

    private static final int LONGEST = 1000;

    private WantedPage() {}

    /** Only its path on this server, so that nobody can be led to another one; {@code /} where none was asked for. */
    public static String of(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = new HttpSessionRequestCache().getRequest(request, response);
        if (saved == null) {
            return "/";
        }
        URI address = URI.create(saved.getRedirectUrl());
        String path = address.getRawPath();
        String context = request.getContextPath();
        if (path == null || !path.startsWith(context + "/")) {
            return "/";
        }
        String inside = path.substring(context.length());
        return inside.startsWith("//") || inside.length() > LONGEST ? "/" : inside;
    }
}

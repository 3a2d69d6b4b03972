package dev.gangway.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a log-in comes from.
 *
 * @param ipAddress of the caller, as a trusted proxy says
 * @param userAgent as the program calls itself; cut at {@value #LONGEST_AGENT} characters
 */
public record Origin(String ipAddress, @Nullable String userAgent) {

    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_AGENT = 512;

    public Origin {
        ipAddress = cut(ipAddress, LONGEST_ADDRESS);
        userAgent = userAgent == null ? null : cut(userAgent, LONGEST_AGENT);
    }

    /** Where the request comes from. */
    public static Origin of(HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), request.getHeader("User-Agent"));
    }

    /** Where the request that is being answered comes from; empty outside of one. */
    public static Optional<Origin> ofCurrentRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? Optional.of(of(current.getRequest()))
                : Optional.empty();
    }

    private static String cut(String text, int longest) {
        String printable = text.replace('\0', ' ');
        return printable.length() > longest ? printable.substring(0, longest) : printable;
    }
}

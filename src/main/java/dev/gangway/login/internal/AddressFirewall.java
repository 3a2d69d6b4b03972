package dev.gangway.login.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;

/**
 * Refuses addresses that could be understood in two ways. Those of the API may have a slash, a backslash, a semicolon or a per
 * cent sign within an id where it is encoded: ids are opaque, and identity providers' subjects hold any of them. Security and
 * controllers both part the address as it was sent and decode the parts, so that such an id stays one part of it; steps to
 * other places are refused also where they are encoded.
 */
@Component
class AddressFirewall implements HttpFirewall {

    private static final Pattern STEP = Pattern.compile("(?i)(?:/|%2f|%5c)\\.{1,2}(?:/|%2f|%5c|%3b|$)");

    private final StrictHttpFirewall pages = new StrictHttpFirewall();
    private final StrictHttpFirewall api = new StrictHttpFirewall();

    AddressFirewall() {
        api.setAllowUrlEncodedSlash(true);
        api.setAllowUrlEncodedDoubleSlash(true);
        api.setAllowBackSlash(true);
        api.setAllowSemicolon(true);
        api.setAllowUrlEncodedPercent(true);
        // Each of these was let in both as it is and encoded.
        api.getEncodedUrlBlocklist().addAll(List.of("//", "\\", ";"));
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        String address = request.getRequestURI();
        if (!address.startsWith(request.getContextPath() + "/api/")) {
            return pages.getFirewalledRequest(request);
        }
        if (STEP.matcher(address).find()) {
            throw new RequestRejectedException("The address steps to another place");
        }
        return api.getFirewalledRequest(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return pages.getFirewalledResponse(response);
    }
}

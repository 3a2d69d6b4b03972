package dev.gangway.onboarding.website;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hosts that the configuration permits although their address or port is not public.
 *
 * @param entries {@code host} for all its ports or {@code host:port}, in lower case; IPv6 in brackets
 */
record AllowedHosts(Set<String> entries) {

    static AllowedHosts of(List<String> entries) {
        return new AllowedHosts(entries.stream()
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean permit(String host, int port) {
        String name = (host.indexOf(':') >= 0 ? "[" + host + "]" : host).toLowerCase(Locale.ROOT);
        return entries.contains(name) || entries.contains(name + ":" + port);
    }
}

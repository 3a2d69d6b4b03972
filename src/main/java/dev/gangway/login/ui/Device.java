package dev.gangway.login.ui;

import dev.gangway.base.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words the program and system behind a user agent for their owner to recognise. The text is freely chosen by the caller
 * and changes with every browser, so nothing depends on it.
 */
final class Device {

    /** In the order of asking: most browsers name those they descend from too. */
    private static final List<Map.Entry<String, String>> PROGRAMS = List.of(
            Map.entry("Edg/", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"),
            Map.entry("curl/", "curl"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    private static final Set<String> HANDHELD = Set.of("iPhone", "iPad", "Android");

    private Device() {}

    static Message of(@Nullable String userAgent) {
        String program = first(PROGRAMS, userAgent);
        String system = first(SYSTEMS, userAgent);
        if (program == null) {
            return system == null ? Message.of("account.device.unknown") : Message.of("account.device.one", system);
        }
        return system == null
                ? Message.of("account.device.one", program)
                : Message.of("account.device.both", program, system);
    }

    /** Whether it is held in a hand. */
    static boolean isHandheld(@Nullable String userAgent) {
        String system = first(SYSTEMS, userAgent);
        return system != null && HANDHELD.contains(system);
    }

    private static @Nullable String first(List<Map.Entry<String, String>> names, @Nullable String userAgent) {
        return userAgent == null
                ? null
                : names.stream()
                        .filter(name -> userAgent.contains(name.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }
}

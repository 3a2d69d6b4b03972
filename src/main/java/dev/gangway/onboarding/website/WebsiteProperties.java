package dev.gangway.onboarding.website;

import dev.gangway.base.DataSizeBetween;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How websites are fetched.
 *
 * @param allowedHosts hosts ({@code host} or {@code host:port}) that may be fetched although their address or port is
 *     not public; meant for tests
 * @param onlyHosts hosts that may be fetched, each with its subdomains; none: every public one
 * @param timeout for one fetch as a whole: names, connections, redirects and page; 1 s to 60 s
 * @param maxSize of a page after decompression, 1 MB to 50 MB
 * @param maxRedirects that are followed, 0 to 20
 * @param userAgent how the fetch names itself
 */
@Validated
@ConfigurationProperties("gangway.website")
public record WebsiteProperties(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue List<String> onlyHosts,

        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(seconds = 60)
        Duration timeout,

        @DefaultValue("2MB") @DataSizeBetween(least = "1MB", most = "50MB")
        DataSize maxSize,

        @DefaultValue("5") @Min(0) @Max(20) int maxRedirects,

        @DefaultValue("Gangway/1.0 (website analysis)") @NotBlank String userAgent) {

    public WebsiteProperties {
        allowedHosts = List.copyOf(allowedHosts);
        onlyHosts = onlyHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether the list, where there is one, has the host or one that it is a subdomain of. */
    boolean lists(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return onlyHosts.isEmpty()
                || onlyHosts.stream().anyMatch(listed -> name.equals(listed) || name.endsWith("." + listed));
    }
}

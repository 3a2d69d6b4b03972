package dev.gangway.login.internal;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Headers of every answer: no framing, no sniffing, no referrer to other sites, no access to devices, and HTTPS for a year
 * once it came over TLS.
 */
final class SecurityHeaders {

    private SecurityHeaders() {}

    static HeadersConfigurer<HttpSecurity> apply(HeadersConfigurer<HttpSecurity> headers) {
        return headers.frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy(
                                "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"));
    }
}

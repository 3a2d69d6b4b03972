package dev.gangway.login.internal;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Headers of every answer: no framing, no sniffing, no referrer to other sites, nothing shared with windows and pages of
 * other sites, no access to devices, and HTTPS for a year once it came over TLS.
 */
final class SecurityHeaders {

    private SecurityHeaders() {}

    static HeadersConfigurer<HttpSecurity> apply(HeadersConfigurer<HttpSecurity> headers) {
        return headers.frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy(
                                "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"));
    }

    /**
     * For pages: written before Vaadin answers, because it sends its answer past the filters; nothing but files is cached;
     * and a policy for whatever is not one of Vaadin's pages, which bring their own.
     */
    static HeadersConfigurer<HttpSecurity> beforePages(HeadersConfigurer<HttpSecurity> headers, RequestMatcher files) {
        return headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(files), new StaticHeadersWriter("Cache-Control", "no-store")))
                .contentSecurityPolicy(policy ->
                        policy.policyDirectives("default-src 'none'; frame-ancestors 'none'; base-uri 'none'"))
                .withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
                    @Override
                    public <F extends HeaderWriterFilter> F postProcess(F filter) {
                        filter.setShouldWriteHeadersEagerly(true);
                        return filter;
                    }
                });
    }
}

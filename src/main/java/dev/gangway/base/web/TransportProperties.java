package dev.gangway.base.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests must come, {@code gangway.transport.*}.
 *
 * @param tlsRequired whether those that came to the balancer, or here, without TLS are refused
 */
@ConfigurationProperties("gangway.transport")
record TransportProperties(@DefaultValue("false") boolean tlsRequired) {}

package dev.gangway.base;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether this is a demonstration.
 *
 * @param demo example accounts and data, and listening on loopback only; as long as it is not set, what the database is
 *     decides
 */
@ConfigurationProperties("gangway")
record DemoProperties(boolean demo) {}

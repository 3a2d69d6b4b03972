package dev.gangway.base.operations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is written, {@code gangway.log.*}.
 *
 * @param format {@code text} for people, {@code json} for programs
 */
@ConfigurationProperties("gangway.log")
record LogProperties(@DefaultValue("text") Format format) {

    enum Format {
        TEXT,
        JSON
    }
}

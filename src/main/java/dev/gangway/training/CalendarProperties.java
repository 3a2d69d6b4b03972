package dev.gangway.training;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Calendars that people subscribe to, {@code gangway.calendar.*}.
 *
 * @param addresses whether there are any: their addresses are secrets that stand in the logs of whoever passes them on
 */
@ConfigurationProperties("gangway.calendar")
record CalendarProperties(@DefaultValue("on") boolean addresses) {}

package dev.gangway.wizard.statistics;

import java.time.LocalDate;

/**
 * The wizard sessions that were started on one day.
 *
 * @param day in UTC
 * @param started how many were started
 * @param completed how many of these are completed by now
 */
public record DayCount(LocalDate day, long started, long completed) {}

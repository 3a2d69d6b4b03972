package dev.gangway.wizard;

/** What the all-sessions grid shows, and in which order. */
public record OverviewQuery(OverviewFilter filter, OverviewSort sort) {}

package dev.gangway.onboarding.website;

/** What was measured on a page's main text. */
public record WebsiteMeasurement(String title) {}

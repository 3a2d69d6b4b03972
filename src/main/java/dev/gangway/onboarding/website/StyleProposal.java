package dev.gangway.onboarding.website;

/** What the measurement of a page suggests. */
public record StyleProposal(String tone) {}

package dev.gangway.wizard;

/**
 * A wizard session to walk on.
 *
 * @param before as it was found, or as it began
 * @param run as it is now
 * @param resumed whether it existed before
 */
public record Started(WizardSession before, WizardSession run, boolean resumed) {}

package dev.gangway.wizard;

/**
 * One page of a wizard.
 *
 * @param key names the step in addresses, tables and the API
 * @param required whether it must be completed; otherwise it can be skipped
 */
public record StepDefinition(String key, boolean required) {}

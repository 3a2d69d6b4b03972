package dev.gangway.training;

/**
 * A piece of master data and how often it was changed.
 *
 * @param version 0 for one that never was
 */
public record Versioned<T>(T value, int version) {}

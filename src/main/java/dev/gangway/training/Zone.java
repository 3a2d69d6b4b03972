package dev.gangway.training;

import java.time.ZoneId;

/**
 * An area that trainers serve.
 *
 * @param id chosen by whoever made it, 1 to 255 characters
 * @param name what people call it
 * @param centre its middle
 * @param radiusKm how far it reaches, and how far a trainer goes to an offline lesson; above 0
 * @param timeZone in which lessons are at the same time on every day
 * @param active whether new purchases are taken
 */
public record Zone(String id, String name, Place centre, double radiusKm, ZoneId timeZone, boolean active) {}

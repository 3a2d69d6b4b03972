package dev.gangway.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A flat sheet of the Earth around a place, on which every way from its middle is true to scale and in its direction (the
 * azimuthal equidistant projection): there is no seam at the antimeridian and none at the poles.
 *
 * @param middle what the sheet is around
 * @param reachKm how far it reaches in each direction
 * @param halfSize the same in units of the drawing
 */
public record MapSheet(Place middle, double reachKm, double halfSize) {

    private static final double RADIUS_KM = 6_371.0088;
    private static final double HALFWAY_KM = Math.PI * RADIUS_KM;
    private static final int CORNERS = 96;
    private static final double KM = 1e6;

    /**
     * A point of the drawing.
     *
     * @param x to the right (east of the middle)
     * @param y downwards (south of the middle)
     */
    public record Point(double x, double y) {}

    /** Where a place lies; may be outside of the sheet. */
    public Point point(Place place) {
        return at(middle.millimetresTo(place) / KM, bearing(middle, place));
    }

    /** Whether a place lies on the sheet. */
    public boolean holds(Place place) {
        return middle.millimetresTo(place) / KM <= reachKm;
    }

    /** How long so many kilometres from the middle are in the drawing. */
    public double length(double km) {
        return km / reachKm * halfSize;
    }

    /** The edge of a circle on the Earth; empty where it lies around the other side, which a sheet cannot show as one line. */
    public Optional<List<Point>> circle(Place centre, double radiusKm) {
        if (middle.millimetresTo(centre) / KM + radiusKm >= HALFWAY_KM) {
            return Optional.empty();
        }
        List<Point> edge = new ArrayList<>();
        for (int corner = 0; corner < CORNERS; corner++) {
            edge.add(point(centre, radiusKm, 2 * Math.PI * corner / CORNERS));
        }
        return Optional.of(edge);
    }

    /** Where one comes to who sets out from a place in a direction; worked out on the sphere, so that 0/0 is a place too. */
    private Point point(Place from, double km, double direction) {
        double way = km / RADIUS_KM;
        double latitude = Math.toRadians(from.latitude());
        double sine = Math.sin(latitude) * Math.cos(way) + Math.cos(latitude) * Math.sin(way) * Math.cos(direction);
        double there = Math.asin(Math.clamp(sine, -1, 1));
        double turn = Math.atan2(
                Math.sin(direction) * Math.sin(way) * Math.cos(latitude),
                Math.cos(way) - Math.sin(latitude) * Math.sin(there));
        double longitude = Math.toRadians(from.longitude()) + turn;
        double here = Math.toRadians(middle.latitude());
        double apart = longitude - Math.toRadians(middle.longitude());
        double cosine = Math.sin(here) * Math.sin(there) + Math.cos(here) * Math.cos(there) * Math.cos(apart);
        return at(RADIUS_KM * Math.acos(Math.clamp(cosine, -1, 1)), bearing(here, there, apart));
    }

    private Point at(double km, double bearing) {
        double length = length(km);
        return new Point(length * Math.sin(bearing), -length * Math.cos(bearing));
    }

    private static double bearing(Place from, Place to) {
        return bearing(
                Math.toRadians(from.latitude()),
                Math.toRadians(to.latitude()),
                Math.toRadians(to.longitude() - from.longitude()));
    }

    private static double bearing(double from, double to, double apart) {
        return Math.atan2(
                Math.sin(apart) * Math.cos(to),
                Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(apart));
    }
}

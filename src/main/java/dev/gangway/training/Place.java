package dev.gangway.training;

/**
 * A place on Earth.
 *
 * @param latitude −90 to 90 degrees, north positive
 * @param longitude −180 to 180 degrees, east positive
 */
public record Place(double latitude, double longitude) {

    /** Mean radius of the Earth in metres, as the International Union of Geodesy and Geophysics has it. */
    private static final double RADIUS = 6_371_008.8;

    private static final int MILLIMETRES = 1000;

    /**
     * @throws IllegalArgumentException where {@link #exists} says that it is none
     */
    public Place {
        if (!exists(latitude, longitude)) {
            throw new IllegalArgumentException("No such place");
        }
    }

    /** Whether these are coordinates of a place: in range, and not 0/0, which programs write that know none. */
    public static boolean exists(double latitude, double longitude) {
        return latitude >= -90
                && latitude <= 90
                && longitude >= -180
                && longitude <= 180
                && !(latitude == 0 && longitude == 0);
    }

    /** The way around the Earth in whole millimetres, so that what is equally far is equal; the database counts alike. */
    public long millimetresTo(Place other) {
        double fromLatitude = Math.toRadians(latitude);
        double toLatitude = Math.toRadians(other.latitude);
        double sine = Math.sin((toLatitude - fromLatitude) / 2);
        double turn = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double haversine = sine * sine + Math.cos(fromLatitude) * Math.cos(toLatitude) * turn * turn;
        return Math.round(2 * RADIUS * MILLIMETRES * Math.asin(Math.sqrt(Math.min(1, haversine))));
    }
}

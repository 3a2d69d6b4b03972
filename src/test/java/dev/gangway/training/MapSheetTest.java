package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gangway.training.MapSheet.Point;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapSheetTest {

    private static final Offset<Double> NEAR = within(0.02);

    @ParameterizedTest
    @CsvSource({"40.4, -3.7", "-17, 180", "-17, -179.99", "89.95, 10", "-90, 0", "0, 0.01"})
    void aCircleAroundTheMiddleIsACircleOfItsRadiusEverywhere(double latitude, double longitude) {
        MapSheet sheet = new MapSheet(new Place(latitude, longitude), 20, 300);

        List<Point> edge = sheet.circle(sheet.middle(), 10).orElseThrow();

        assertThat(edge)
                .allSatisfy(
                        point -> assertThat(Math.hypot(point.x(), point.y())).isCloseTo(150, NEAR));
        assertThat(sheet.length(10)).isEqualTo(150);
    }

    @Test
    void northIsUpAndEastIsRight() {
        MapSheet sheet = new MapSheet(new Place(40, -3), 100, 100);

        Point north = sheet.point(new Place(40.5, -3));
        Point east = sheet.point(new Place(40, -2.5));

        assertThat(north.x()).isCloseTo(0, NEAR);
        assertThat(north.y()).isCloseTo(-55.6, within(0.1));
        assertThat(east.x()).isCloseTo(42.6, within(0.1));
        assertThat(east.y()).isCloseTo(0, within(0.2));
    }

    @Test
    void placesOnBothSidesOfTheAntimeridianLieSideBySide() {
        MapSheet sheet = new MapSheet(new Place(-17, 179.98), 50, 100);

        Point other = sheet.point(new Place(-17, -179.98));

        assertThat(other.x()).isCloseTo(8.5, within(0.1));
        assertThat(sheet.holds(new Place(-17, -179.98))).isTrue();
        assertThat(sheet.holds(new Place(-18, -179.98))).isFalse();
    }

    @Test
    void aCircleOverThePoleIsOneLineAroundIt() {
        MapSheet sheet = new MapSheet(new Place(89, 0), 500, 100);

        List<Point> edge = sheet.circle(new Place(89.5, 180), 100).orElseThrow();

        double middle = edge.stream().mapToDouble(Point::y).average().orElseThrow();
        assertThat(middle).isCloseTo(-166.8 / 5, within(0.3));
        assertThat(edge)
                .allSatisfy(point ->
                        assertThat(Math.hypot(point.x(), point.y() - middle)).isCloseTo(20, within(0.3)));
    }

    @Test
    void aCircleAroundTheOtherSideOfTheEarthIsNotDrawn() {
        MapSheet sheet = new MapSheet(new Place(40, 0), 100, 100);

        assertThat(sheet.circle(new Place(-39, 180), 500)).isEmpty();
        assertThat(sheet.circle(new Place(-30, 100), 500)).isPresent();
    }
}

package dev.gangway.training.ui;

import dev.gangway.training.MapSheet;
import dev.gangway.training.MapSheet.Point;
import dev.gangway.training.Place;
import dev.gangway.training.TrainerRow;
import dev.gangway.training.Zone;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Draws a zone, its neighbours and who lives there as SVG; colours come from the stylesheet, numbers from the table beside it. */
final class ZoneMap {

    private static final double HALF = 300;
    private static final double MARGIN = 1.15;
    private static final double FARTHEST = 4;
    private static final double KM = 1e6;
    private static final double DOT = 11;

    private final Zone around;
    private final List<Zone> zones;
    private final List<TrainerRow> trainers;
    private final List<Place> students;
    private final TrainingWords words;
    private final MapSheet sheet;
    private final StringBuilder svg = new StringBuilder();

    ZoneMap(Zone around, List<Zone> zones, List<TrainerRow> trainers, List<Place> students, TrainingWords words) {
        this.around = around;
        this.zones = zones;
        this.trainers = trainers;
        this.students = students;
        this.words = words;
        double farthest = trainers.stream()
                .filter(each -> each.home() != null)
                .mapToDouble(each -> around.centre().millimetresTo(each.home()) / KM)
                .filter(km -> km <= around.radiusKm() * FARTHEST)
                .max()
                .orElse(0);
        sheet = new MapSheet(around.centre(), Math.max(around.radiusKm(), farthest) * MARGIN, HALF);
    }

    /** Whether a place lies on it. */
    boolean shows(Place place) {
        return sheet.holds(place);
    }

    /** The drawing as one element. */
    String drawn() {
        svg.append("<figure class=\"zone-map\"><svg role=\"img\" viewBox=\"-300 -300 600 600\" aria-label=\"")
                .append(escaped(words.of("trainers.map.name", around.name(), words.kilometres(around.radiusKm()))))
                .append("\">");
        svg.append("<circle class=\"zone-map-zone\" cx=\"0\" cy=\"0\" r=\"")
                .append(number(sheet.length(around.radiusKm())))
                .append("\"/><path class=\"zone-map-centre\" d=\"M-7 0H7M0 -7V7\"/>");
        zones.stream().filter(each -> !each.id().equals(around.id())).forEach(this::neighbour);
        students.stream().filter(sheet::holds).forEach(this::student);
        for (int i = trainers.size() - 1; i >= 0; i--) {
            trainer(i + 1, trainers.get(i));
        }
        scale();
        return svg.append("</svg><figcaption class=\"quiet\">")
                .append(escaped(words.of(students.isEmpty() ? "trainers.map.legend" : "trainers.map.legend.students")))
                .append("</figcaption></figure>")
                .toString();
    }

    private void neighbour(Zone zone) {
        if (around.centre().millimetresTo(zone.centre()) / KM - zone.radiusKm() > sheet.reachKm() * Math.sqrt(2)) {
            return;
        }
        sheet.circle(zone.centre(), zone.radiusKm())
                .ifPresent(edge -> svg.append("<polygon class=\"zone-map-other\" points=\"")
                        .append(edge.stream()
                                .map(point -> number(point.x()) + "," + number(point.y()))
                                .collect(Collectors.joining(" ")))
                        .append("\"><title>")
                        .append(escaped(zone.name()))
                        .append("</title></polygon>"));
    }

    private void student(Place home) {
        Point at = sheet.point(home);
        svg.append("<path class=\"zone-map-student\" d=\"M")
                .append(number(at.x()))
                .append(' ')
                .append(number(at.y() - 6))
                .append("l6 6l-6 6l-6 -6z\"/>");
    }

    private void trainer(int number, TrainerRow trainer) {
        Place home = trainer.home();
        if (home == null || !sheet.holds(home)) {
            return;
        }
        Point at = sheet.point(home);
        String kind = !trainer.active() ? "inactive" : trainer.isFull() ? "full" : "room";
        svg.append("<g class=\"zone-map-trainer ")
                .append(kind)
                .append("\" transform=\"translate(")
                .append(number(at.x()))
                .append(' ')
                .append(number(at.y()))
                .append(")\"><title>")
                .append(escaped(trainer.name()))
                .append("</title><circle r=\"")
                .append(number(DOT))
                .append("\"/><text y=\"4\">")
                .append(number)
                .append("</text></g>");
    }

    /** A line of a round number of kilometres. */
    private void scale() {
        double wanted = sheet.reachKm() / 3;
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double km = power * (wanted / power >= 5 ? 5 : wanted / power >= 2 ? 2 : 1);
        svg.append("<g class=\"zone-map-scale\" transform=\"translate(-288 286)\"><path d=\"M0 -6V0H")
                .append(number(sheet.length(km)))
                .append("V-6\"/><text x=\"6\" y=\"-8\">")
                .append(escaped(words.kilometres(km)))
                .append("</text></g>");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}

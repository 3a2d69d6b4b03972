package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.Moments;
import dev.gangway.training.Candidate;
import dev.gangway.training.Place;
import dev.gangway.training.PurchaseStatus;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words what there is to know about purchases and trainers.
 *
 * @param page whose language it is
 * @param moments how its reader writes times
 */
record TrainingWords(Component page, Moments moments) {

    private static final int METRES = 3;

    /** About a decimetre on the ground. */
    private static final int COORDINATE_DIGITS = 6;

    /** For the person at the page. */
    static TrainingWords of(Component page) {
        return new TrainingWords(page, Moments.at(UI.getCurrent()));
    }

    /** A text of the page. */
    String of(String key, Object... values) {
        return page.getTranslation(key, values);
    }

    /** A message of a service. */
    String of(Message message) {
        Object[] values = message.args().stream()
                .map(value -> value instanceof Message inner ? of(inner) : value)
                .toArray();
        return page.getTranslation(message.key(), values);
    }

    /** A value of an enumeration. */
    String of(Enum<?> value) {
        return of("training.word." + value.name().toLowerCase(Locale.ROOT));
    }

    /** Where a purchase stands. */
    String status(PurchaseStatus status) {
        return of("purchases.status." + status.name().toLowerCase(Locale.ROOT));
    }

    /** Why a candidate was passed over. */
    String reason(Candidate.Reason reason) {
        return of("training.reason." + reason.name().toLowerCase(Locale.ROOT));
    }

    String yesNo(boolean is) {
        return of(is ? "verdict.yes" : "verdict.no");
    }

    String when(Instant moment) {
        return moments.dateAndTime(moment);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(moments.locale())
                .format(day);
    }

    String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
    }

    /** Latitude and longitude in degrees, as exact as they are stored. */
    String coordinates(Place place) {
        NumberFormat format = NumberFormat.getNumberInstance(moments.locale());
        format.setMaximumFractionDigits(COORDINATE_DIGITS);
        return format.format(place.latitude()) + "° / " + format.format(place.longitude()) + "°";
    }

    /** Kilometres to the metre; a dash where they are not known. */
    String kilometres(@Nullable Double km) {
        if (km == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(moments.locale());
        format.setMaximumFractionDigits(km < 100 ? METRES - 1 : 0);
        return of("training.km", format.format(km));
    }

    /** What someone is called. */
    String person(@Nullable UserId id, Map<UserId, String> names) {
        return id == null ? of("training.nobody") : names.getOrDefault(id, id.value());
    }
}

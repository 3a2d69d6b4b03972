package dev.gangway.reconcile.ui;

import com.vaadin.flow.component.Component;
import dev.gangway.base.copy.Copy;
import dev.gangway.base.copy.Disagreement;
import dev.gangway.base.ui.Moments;
import dev.gangway.reconcile.Apply;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words what there is to know about a copy.
 *
 * @param copy which
 * @param page whose language it is
 * @param moments how its reader writes times
 */
record CopyWords(Copy copy, Component page, Moments moments) {

    /** One of the copy's own texts, see {@link Copy}. */
    String own(String name) {
        return page.getTranslation("reconcile.copy." + copy.name() + "." + name);
    }

    /** A text of the page. */
    String of(String key, Object... values) {
        return page.getTranslation(key, values);
    }

    /** A value of a row. */
    String value(@Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case Boolean yes -> of(yes ? "reconcile.yes" : "reconcile.no");
            default -> value.toString();
        };
    }

    String kind(Disagreement.Kind kind) {
        return of("reconcile.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** One kind, or that it does not matter which. */
    String kinds(Set<Disagreement.Kind> kinds) {
        return kinds.size() == 1 ? kind(kinds.iterator().next()) : of("reconcile.kind.all");
    }

    String state(Apply apply) {
        return of("reconcile.state." + apply.state().name().toLowerCase(Locale.ROOT));
    }

    String who(@Nullable String username) {
        return username == null ? of("reconcile.erased") : username;
    }

    String when(Instant moment) {
        return moments.dateAndTime(moment);
    }
}

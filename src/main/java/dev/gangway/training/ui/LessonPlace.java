package dev.gangway.training.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.training.Lesson;
import dev.gangway.training.Place;
import java.util.Locale;

/** Where a lesson is, with a link that shows it on a map; nothing is asked of the map before somebody follows the link. */
class LessonPlace extends Paragraph {

    LessonPlace(LessonWords words, Lesson lesson) {
        addClassNames("quiet", "lesson-place");
        add(words.place(lesson));
        Place place = lesson.place();
        if (place != null) {
            String address = String.format(
                    Locale.ROOT,
                    "https://www.openstreetmap.org/?mlat=%1$.5f&mlon=%2$.5f#map=16/%1$.5f/%2$.5f",
                    place.latitude(),
                    place.longitude());
            Anchor map = new Anchor(address, words.of("lesson.map"));
            map.setTarget(AnchorTarget.BLANK);
            map.getElement().setAttribute("rel", "noopener noreferrer");
            map.getElement().setAttribute("aria-label", words.of("lesson.map.of", words.line(lesson)));
            add(map);
        }
    }
}

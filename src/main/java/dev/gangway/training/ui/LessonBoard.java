package dev.gangway.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Parts;
import dev.gangway.training.Lesson;
import dev.gangway.training.LessonPage;
import dev.gangway.training.LessonSpan;
import dev.gangway.training.Lessons;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person's lessons: what waits for them, today, what comes, what was; by day or as a list. */
class LessonBoard extends Div {

    private static final int ALL_OF_A_DAY = 200;

    private final transient Lessons lessons;
    private final transient LessonWords words;
    private final transient LessonButtons buttons;
    private final UserId person;
    private final String address;
    private final transient Clock clock;
    private @Nullable View view;
    private List<LessonSection> sections = List.of();
    private @Nullable LessonSection waiting;
    private final Notice none;

    LessonBoard(Lessons lessons, LessonWords words, LessonDesk desk, UserId person, String address, Clock clock) {
        this.lessons = lessons;
        this.words = words;
        this.person = person;
        this.address = address;
        this.clock = clock;
        buttons = new LessonButtons(words, desk, person, clock, () -> words.begin(today().plusDays(1)));
        none = new Notice(Notice.Kind.INFO, words.of("lesson.none"), new Paragraph(words.ofSide("lesson.none.text")));
        addClassName("lesson-board");
        desk.onChange(this::changed);
    }

    /** How lessons are laid out; the names in addresses. */
    enum View {
        DAYS,
        LIST;

        static View of(Optional<String> word) {
            return Stream.of(values())
                    .filter(view -> view.word().equals(word.orElse("")))
                    .findFirst()
                    .orElse(DAYS);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Shows everything as it is now. */
    void show(View wanted) {
        if (wanted != view) {
            view = wanted;
            lay(wanted);
        }
        refresh();
    }

    /** Reads again what is shown. */
    void refresh() {
        sections.forEach(LessonSection::refresh);
        boolean isEmpty = sections.stream().allMatch(LessonSection::isEmpty);
        none.setVisible(isEmpty);
        sections.forEach(section -> section.setVisible(!isEmpty));
        if (waiting != null) {
            waiting.setVisible(!waiting.isEmpty());
        }
    }

    private void changed(UUID lesson) {
        refresh();
        boolean isFound = sections.stream().filter(LessonSection::isVisible).anyMatch(section -> section.focus(lesson));
        if (!isFound) {
            getElement().executeJs("this.focus()");
        }
    }

    private void lay(View wanted) {
        removeAll();
        LessonSection first = section("waiting", wanted, () -> LessonSpan.from(clock.instant()), this::waiting);
        waiting = first;
        sections = List.of(
                first,
                section(
                        "today",
                        wanted,
                        () -> LessonSpan.between(words.begin(today()), words.begin(today().plusDays(1))),
                        (span, limit) -> page(span, ALL_OF_A_DAY)),
                section("next", wanted, () -> LessonSpan.from(words.begin(today().plusDays(1))), this::page),
                section("past", wanted, () -> LessonSpan.before(words.begin(today())), this::page));
        add(views(wanted), none);
        sections.forEach(this::add);
        getElement().setAttribute("tabindex", "-1");
    }

    private LessonPage page(LessonSpan span, int limit) {
        return lessons.page(person, words.side(), span, limit);
    }

    private LessonPage waiting(LessonSpan span, int limit) {
        return new LessonPage(lessons.waiting(person, words.side()), false);
    }

    private LessonSection section(
            String key, View wanted, Supplier<LessonSpan> span, BiFunction<LessonSpan, Integer, LessonPage> read) {
        String title = words.of("lesson.section." + key);
        LessonList list =
                wanted == View.LIST ? new LessonTable(words, title, buttons::of) : new LessonDays(words, this::card);
        return new LessonSection(
                title, words.of("lesson.section." + key + ".none"), words.of("page.more"), list, span, read);
    }

    private LessonCard card(Lesson lesson) {
        return new LessonCard(words, lesson, words.times(lesson), buttons.of(lesson));
    }

    private Parts views(View shown) {
        Parts parts = new Parts(words.of("lesson.views"));
        for (View each : View.values()) {
            parts.addPart(address + "?view=" + each.word(), title(each), each == shown);
        }
        return parts;
    }

    /** How the lessons are laid out, in words. */
    String title() {
        return view == null ? "" : title(view);
    }

    private String title(View each) {
        return words.of("lesson.view." + each.word());
    }

    private LocalDate today() {
        Instant now = clock.instant();
        return words.day(now);
    }
}

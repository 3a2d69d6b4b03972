package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import dev.gangway.base.FieldProblem;
import dev.gangway.wizard.definition.DefinitionFiles;
import dev.gangway.wizard.definition.Sketch;
import dev.gangway.wizard.ui.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The definition that is on a builder page, with where its problems are shown.
 *
 * <p>A change of a property leaves the page as it is, so that whoever types is not disturbed; a change of what there is
 * ({@link #rebuild}) has it built anew.
 */
final class Workbench {

    private final DefinitionFiles files;
    private final Words words;
    private final Consumer<Workbench> changed;
    private final Consumer<Workbench> rebuilt;
    private final Map<String, Consumer<String>> places = new LinkedHashMap<>();
    private final List<Runnable> followers = new ArrayList<>();
    private Sketch sketch;
    private List<FieldProblem> problems;
    private int step;
    private String open = "";
    private String focus = "";

    /**
     * @param changed told after each change
     * @param rebuilt told where the page has to be built anew, before that
     */
    Workbench(
            Sketch sketch,
            DefinitionFiles files,
            Words words,
            Consumer<Workbench> changed,
            Consumer<Workbench> rebuilt) {
        this.sketch = sketch;
        this.files = files;
        this.words = words;
        this.changed = changed;
        this.rebuilt = rebuilt;
        problems = sketch.problems(files, words.locale());
    }

    Sketch sketch() {
        return sketch;
    }

    DefinitionFiles files() {
        return files;
    }

    Words words() {
        return words;
    }

    String of(String key, Object... args) {
        return words.of(key, args);
    }

    /** Everything that is wrong, by its place. */
    List<FieldProblem> problems() {
        return problems;
    }

    /** How many things are wrong in a place. */
    long problemsIn(String place) {
        return problems.stream()
                .filter(problem ->
                        problem.field().equals(place) || problem.field().startsWith(place + "/"))
                .count();
    }

    /** The number of the step that is open, from 0. */
    int step() {
        return step;
    }

    /** Where the open step is. */
    String stepPlace() {
        return "/steps/" + step;
    }

    /** The place of the field that is open; empty: none. */
    String open() {
        return open;
    }

    /** Whether a place, or a button of it such as {@code /steps/1#up}, gets the focus once the page is built. */
    boolean wants(String place) {
        return focus.equals(place);
    }

    /** Whether something in a place gets the focus. */
    boolean wantsIn(String place) {
        return focus.startsWith(place + "/");
    }

    /** Changes a property while the page stays. */
    void change(UnaryOperator<Sketch> change) {
        sketch = change.apply(sketch);
        problems = sketch.problems(files, words.locale());
        show();
        changed.accept(this);
    }

    /** Changes what there is, and goes to a place. */
    void rebuild(UnaryOperator<Sketch> change, String goTo) {
        sketch = change.apply(sketch);
        problems = sketch.problems(files, words.locale());
        go(goTo);
        changed.accept(this);
    }

    /** Opens a step or field, or the step and field around a place, and has it get the focus. */
    void go(String place) {
        String[] parts = place.split("/", -1);
        int last = sketch.content().steps().size() - 1;
        step = parts.length > 2
                ? Math.clamp(Integer.parseInt(parts[2]), 0, Math.max(0, last))
                : Math.clamp(step, 0, Math.max(0, last));
        open = parts.length > 4 && parts[3].equals("fields") ? "/steps/" + step + "/fields/" + parts[4] : "";
        focus = place;
        build();
    }

    /** Closes the field that is open. */
    void close(String field) {
        open = "";
        focus = field;
        build();
    }

    /** Moves a step, field or option by one; the button that did it keeps the focus. */
    void move(String place, int by) {
        int slash = place.lastIndexOf('/') + 1;
        String target = place.substring(0, slash) + (Integer.parseInt(place.substring(slash)) + by);
        boolean wasOpen = !place.contains("/fields/") || open.equals(place) || place.startsWith(open + "/");
        rebuild(sketch -> sketch.move(place, by), target);
        if (!wasOpen) {
            open = "";
        }
        focus = target + (by < 0 ? "#up" : "#down");
        build();
    }

    private void build() {
        places.clear();
        followers.clear();
        rebuilt.accept(this);
        show();
    }

    /** Has the problems of a place, and of what is in it without a showing of its own, shown. */
    void shows(String place, Consumer<String> problem) {
        places.put(place, problem);
    }

    /** The same, at an input. */
    <F extends Component & HasValidation> F input(String place, F field) {
        field.setManualValidation(true);
        if (wants(place) && field instanceof com.vaadin.flow.component.Focusable<?> input) {
            input.focus();
        }
        shows(place, text -> {
            field.setErrorMessage(text);
            field.setInvalid(!text.isEmpty());
        });
        return field;
    }

    /** Has something done after each change. */
    void follow(Runnable follower) {
        followers.add(follower);
    }

    private void show() {
        Map<String, String> shown = new LinkedHashMap<>();
        for (FieldProblem problem : problems) {
            String place = problem.field();
            while (!place.isEmpty() && !places.containsKey(place)) {
                place = place.substring(0, place.lastIndexOf('/'));
            }
            shown.merge(place, words.of(problem.message()), (first, other) -> first);
        }
        places.forEach((place, showing) -> showing.accept(shown.getOrDefault(place, "")));
        List.copyOf(followers).forEach(Runnable::run);
    }
}

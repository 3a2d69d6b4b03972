package dev.gangway.wizard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.dom.Element;
import dev.gangway.base.FieldConflict;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.base.ui.ConflictChoice;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Ties the fields of a form to the answers of a step: shows what is stored and drafted, tells what was changed, and shows
 * problems and conflicts beside the fields that they concern.
 *
 * <p>Knows no service and no particular wizard; every form of every wizard goes through it.
 */
public final class AnswerFields {

    private final Map<String, AnswerField> fields = new LinkedHashMap<>();
    private final Map<String, JsonNode> stored = new LinkedHashMap<>();
    private final Set<String> drafted = new LinkedHashSet<>();
    private final Set<String> proposed = new LinkedHashSet<>();
    private final Map<String, ConflictChoice> open = new LinkedHashMap<>();
    private final Function<Message, String> words;
    private Consumer<Answers> draftKeeper = typed -> {};
    private Predicate<String> asked = path -> true;
    private Runnable watcher = () -> {};
    private @Nullable Answers saved;
    private boolean isFresh;

    /**
     * @param words puts messages into the reader's language
     */
    public AnswerFields(Function<Message, String> words) {
        this.words = words;
    }

    /** Adds a question; the order of adding is the order of the page. */
    public <V extends @Nullable Object, C extends Component & HasValue<?, V> & HasValidation> C add(
            String path, C field, AnswerShape<V> shape) {
        add(new InputField<>(path, field, shape));
        return field;
    }

    /** Adds a question of its own kind; one that is added after a step was read shows what is stored for it. */
    public void add(AnswerField field) {
        fields.put(field.path(), field);
        if (saved != null) {
            show(field, saved);
        }
        field.onChange(() -> changed(field));
    }

    private void show(AnswerField field, Answers data) {
        field.read(data);
        field.answer().ifPresent(value -> stored.put(field.path(), value));
    }

    /** Tells of every change of what the fields hold, whoever made it. */
    public void watch(Runnable newWatcher) {
        watcher = newWatcher;
    }

    /** What the fields hold now, asked or not; secrets too. */
    public Answers current() {
        Map<String, JsonNode> held = new LinkedHashMap<>();
        fields.values().forEach(field -> field.answer().ifPresent(value -> held.put(field.path(), value)));
        return new Answers(held);
    }

    /**
     * Shows only the fields that are asked. The others keep what they hold, in case they are asked again, but are not
     * submitted; their drafts stay.
     */
    public void ask(Predicate<String> nowAsked) {
        asked = nowAsked;
        fields.values().forEach(field -> field.component().setVisible(asked.test(field.path())));
    }

    /** Keeps each typed field from now on, without Next. */
    public void keepDraftsWith(Consumer<Answers> keeper) {
        draftKeeper = keeper;
    }

    /**
     * Shows a step as it is stored, with what was typed and not submitted over it.
     *
     * @param restored what to say beside fields that come from the draft
     */
    public void read(StepView step, String restored) {
        isFresh = step.savedAt() == null;
        Set<String> before = Set.copyOf(drafted);
        drafted.clear();
        open.values().forEach(ConflictChoice::close);
        open.clear();
        saved = step.data();
        for (AnswerField field : fields.values()) {
            show(field, step.data());
            Optional<JsonNode> draft = step.draft().get(field.path());
            if (draft.isPresent()) {
                field.put(draft.get());
                drafted.add(field.path());
                if (isChanged(field)) {
                    field.mark(new AnswerField.Mark("restored", restored));
                }
            }
        }
        drafted.addAll(before);
        watcher.run();
    }

    /** Whether a field shows what the person typed and did not submit; proposals are no such thing. */
    public boolean isRestored() {
        return fields.values().stream()
                .anyMatch(field -> drafted.contains(field.path())
                        && asked.test(field.path())
                        && !proposed.contains(field.path())
                        && isChanged(field));
    }

    /** The asked fields that differ from what was stored when they were read. */
    public Answers changed() {
        return typed().where(asked);
    }

    private Answers typed() {
        Map<String, JsonNode> changed = new LinkedHashMap<>();
        fields.values().stream()
                .filter(this::isChanged)
                .forEach(field -> field.answer().ifPresent(value -> changed.put(field.path(), value)));
        return new Answers(changed);
    }

    /** The fields whose draft a submission of {@link #changed()} supersedes: those changed, and those typed and undone. */
    public Set<String> draftFields() {
        Set<String> paths = new LinkedHashSet<>(drafted);
        paths.addAll(changed().fields().keySet());
        paths.removeIf(asked.negate());
        return paths;
    }

    /**
     * Fills a field with a proposal, marked as such with its reason, unless the person answered it.
     *
     * @return whether it was filled
     */
    public boolean propose(String path, JsonNode value, String reason) {
        if (recognise(path, value, reason)) {
            return true;
        }
        AnswerField field = Objects.requireNonNull(fields.get(path), path);
        boolean isFree = proposed.contains(path)
                || (isFresh && !isChanged(field))
                || field.answer().filter(AnswerShape::isBlank).isPresent();
        if (isFree && !AnswerShape.isBlank(value)) {
            proposed.add(path);
            field.put(value);
            field.mark(new AnswerField.Mark("proposed", reason));
            field.problem(null);
            keep(field);
            watcher.run();
            return true;
        }
        return false;
    }

    /**
     * Takes a restored value for the proposal that it was, if it is the same, and marks it with its reason again.
     *
     * @return whether it was one
     */
    public boolean recognise(String path, JsonNode value, String reason) {
        AnswerField field = Objects.requireNonNull(fields.get(path), path);
        boolean isOne = drafted.contains(path)
                && isChanged(field)
                && field.answer().filter(value::equals).isPresent();
        if (isOne) {
            proposed.add(path);
            field.mark(new AnswerField.Mark("proposed", reason));
        }
        return isOne;
    }

    /** Whether there is a question of that path. */
    public boolean has(String path) {
        return fields.containsKey(path);
    }

    /**
     * Shows what is wrong beside the fields, all at once, and leads to the first.
     *
     * @return what concerns no single field of this form, in words
     */
    public List<String> show(Collection<FieldProblem> problems) {
        clearProblems();
        List<String> general = new ArrayList<>();
        List<AnswerField> wrong = new ArrayList<>();
        for (FieldProblem problem : problems) {
            AnswerField field = fields.get(problem.field());
            if (field == null || !asked.test(problem.field())) {
                general.add(words.apply(problem.message()));
            } else {
                field.problem(words.apply(problem.message()));
                wrong.add(field);
            }
        }
        fields.values().stream().filter(wrong::contains).findFirst().ifPresent(AnswerFields::focus);
        return List.copyOf(general);
    }

    /** Nothing is wrong any more. */
    public void clearProblems() {
        fields.values().forEach(field -> field.problem(null));
    }

    /**
     * Goes on from what is stored now: fields nobody changed here take the stored values, the person's own changes stay,
     * and for fields changed in both places the person is shown both values to choose from.
     */
    public void show(Collection<FieldConflict> conflicts, StepView newest) {
        Answers mine = typed();
        open.values().forEach(ConflictChoice::close);
        open.clear();
        saved = newest.data();
        for (AnswerField field : fields.values()) {
            show(field, newest.data());
            mine.get(field.path()).ifPresent(field::put);
        }
        for (FieldConflict conflict : conflicts) {
            AnswerField field = fields.get(conflict.field());
            if (field != null) {
                open.put(field.path(), offer(field, conflict, newest.data()));
            }
        }
        watcher.run();
        open.values().stream().findFirst().ifPresent(ConflictChoice::focus);
    }

    /** Whether the person has still to choose between values; leads to the first choice. */
    public boolean awaitsChoice() {
        open.values().stream().findFirst().ifPresent(ConflictChoice::focus);
        return !open.isEmpty();
    }

    /** Right below the field. */
    private ConflictChoice offer(AnswerField field, FieldConflict conflict, Answers newest) {
        Element question = field.component().getElement();
        ConflictChoice choice = new ConflictChoice(
                field.component().getTranslation("wizard.conflict.title"),
                field.words(conflict.yours()),
                field.words(conflict.theirs()),
                () -> chosen(field.path()),
                () -> {
                    field.read(newest);
                    chosen(field.path());
                });
        Element parent = question.getParent();
        parent.insertChild(parent.indexOfChild(question) + 1, choice.getElement());
        return choice;
    }

    private void chosen(String path) {
        open.remove(path);
        watcher.run();
    }

    private void changed(AnswerField field) {
        field.problem(null);
        proposed.remove(field.path());
        watcher.run();
        keep(field);
    }

    private void keep(AnswerField field) {
        if (field.isSecret()) {
            return;
        }
        drafted.add(field.path());
        field.answer().ifPresent(value -> draftKeeper.accept(new Answers(Map.of(field.path(), value))));
    }

    private boolean isChanged(AnswerField field) {
        return field.answer()
                .filter(value -> !value.equals(stored.get(field.path())))
                .isPresent();
    }

    static void focus(AnswerField field) {
        // Groups and choices have no focus of their own: their first input has.
        field.component().getElement().executeJs("""
                        const target = this.querySelector('input:not([type=hidden]), textarea, vaadin-select-value-button') || this;
                        setTimeout(() => { target.focus(); this.scrollIntoView({block: 'center'}); });
                        """);
    }
}

package dev.gangway.wizard.definition;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.wizard.definition.Removed.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A definition that is being made and may be half finished: nothing that is wrong with it is refused or lost, but told by
 * {@link #problems}. Every change answers a new sketch.
 *
 * <p>A place in it is a JSON pointer, as problems have it: {@code /steps/0/fields/1}. Two things hold at every time, whatever
 * is changed: keys are keys and distinct, and a condition means the same field after its key changed or it was moved. A
 * key follows what its step or field is called until someone chooses it, or it was published: answers are kept by it.
 */
public final class Sketch {

    private final WizardContent content;
    private final @Nullable WizardContent published;
    private final List<Removed> removed;

    private Sketch(WizardContent content, @Nullable WizardContent published, List<Removed> removed) {
        this.content = content;
        this.published = published;
        this.removed = List.copyOf(removed);
    }

    /**
     * A sketch of what is there.
     *
     * @param published the version before, whose keys do not change by themselves; null: there is none
     */
    public static Sketch of(WizardContent content, @Nullable WizardContent published) {
        return new Sketch(content, published, List.of());
    }

    /** What it is now. */
    public WizardContent content() {
        return content;
    }

    /** What was taken out last and can be put back. */
    public Optional<Removed> lastRemoved() {
        return removed.isEmpty() ? Optional.empty() : Optional.of(removed.getLast());
    }

    /** Everything that is wrong with it, by the place and property it concerns, the first thing for each. */
    public List<FieldProblem> problems(DefinitionFiles files, Locale language) {
        return files.faults(content, language);
    }

    /** It without what cannot be understood, so that it can be tried out before it is finished. */
    public WizardContent playable(DefinitionFiles files) {
        Tree tree = Tree.of(content);
        SketchRemoval.unplayable(problems(files, Locale.ROOT)).forEach(place -> SketchRemoval.remove(tree, place));
        return ContentReader.read(tree.root());
    }

    /**
     * Changes a property of the wizard, a step, a field or an option; what hangs on it follows.
     *
     * @param value null: it has none
     */
    public Sketch set(String place, String property, @Nullable JsonNode value) {
        JsonNode clean = value == null ? null : SketchText.clean(value);
        return changed(tree -> new SketchProperties(tree, published).set(place, property, clean));
    }

    /** What speaks against a key for a step or field; empty: nothing. */
    public Optional<Message> keyProblem(String place, String key) {
        if (!Keys.isKey(key)) {
            return Optional.of(Message.of("builder.key.shape"));
        }
        return Tree.of(content).taken(place).contains(key)
                ? Optional.of(Message.of("definition.twice", key))
                : Optional.empty();
    }

    /**
     * Gives a step or field another key, in every condition too.
     *
     * @throws IllegalArgumentException where {@link #keyProblem} has something against it
     */
    public Sketch rekey(String place, String key) {
        if (keyProblem(place, key).isPresent()) {
            throw new IllegalArgumentException("Not a free key: " + key);
        }
        return changed(tree -> tree.rekey(place, key));
    }

    /** Adds a step at the end. */
    public Sketch addStep(String title) {
        return changed(tree -> SketchEdit.addStep(tree, SketchText.clean(title)));
    }

    /** Adds a field at the end of a step; choices begin with two options. */
    public Sketch addField(String step, FieldType type, String label) {
        return changed(tree -> SketchEdit.addField(tree, step, type, SketchText.clean(label)));
    }

    /** Adds an option at the end of a choice. */
    public Sketch addOption(String field, String label) {
        return changed(tree -> SketchEdit.addOption(tree, field, SketchText.clean(label)));
    }

    /**
     * Puts a copy of a step or field behind it; conditions within a copied step mean its own fields.
     *
     * @param name what the copy is called
     */
    public Sketch duplicate(String place, String name) {
        return changed(tree -> SketchEdit.duplicate(tree, place, SketchText.clean(name)));
    }

    /** Moves a step, field or option among its like, as far as there is room. */
    public Sketch move(String place, int by) {
        return changed(tree -> SketchEdit.move(tree, place, by));
    }

    /** Moves a field to the end of another step; conditions follow it. */
    public Sketch moveToStep(String field, String step) {
        return changed(tree -> SketchEdit.moveToStep(tree, field, step));
    }

    /** Puts a condition in a place: a {@code show_if}, a {@code require_if} or a part of one. */
    public Sketch condition(String place, Condition condition) {
        return changed(tree -> SketchConditions.put(tree, place, condition));
    }

    /** Adds a condition to those in a place, all of which must hold unless it says any. */
    public Sketch addCondition(String place, Condition condition) {
        return changed(tree -> SketchConditions.add(tree, place, condition));
    }

    /** Has any of the conditions in a place suffice, or asks for all of them. */
    public Sketch combine(String place, Combination combination) {
        return changed(tree -> SketchConditions.combine(tree, place, combination));
    }

    /** The fields that conditions of a step or field can be about, in order. */
    public List<EarlierField> earlier(String place) {
        return EarlierField.before(content, place);
    }

    /** Takes out a step, field, option or condition; {@link #undo} puts it back. */
    public Sketch remove(String place) {
        Removed out = SketchRemoval.of(Tree.of(content), place);
        return new Sketch(content, published, with(out)).changed(tree -> SketchRemoval.remove(tree, place));
    }

    /** Puts another definition in the place of everything; {@link #undo} brings this one back, with what was taken out. */
    public Sketch replacedBy(WizardContent other) {
        Removed whole = new Removed("", "", Slot.WHOLE, 0, ContentWriter.write(content), content.name());
        return new Sketch(other, published, with(whole));
    }

    /** Puts back what was taken out last; everything else stays as it is. */
    public Sketch undo() {
        Removed last = removed.getLast();
        List<Removed> rest = removed.subList(0, removed.size() - 1);
        return last.slot() == Slot.WHOLE
                ? new Sketch(ContentReader.read(last.node()), published, rest)
                : new Sketch(content, published, rest).changed(tree -> SketchRemoval.putBack(tree, last));
    }

    private Sketch changed(Consumer<Tree> change) {
        Tree tree = Tree.of(content);
        change.accept(tree);
        List<Removed> homes = removed.stream()
                .map(out -> tree.renamed().stream().reduce(out, Removed::in, (one, other) -> other))
                .toList();
        return new Sketch(ContentReader.read(tree.root()), published, homes);
    }

    private List<Removed> with(Removed out) {
        List<Removed> more = new ArrayList<>(removed);
        more.add(out);
        return more;
    }
}

package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.ConflictChoice;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Toast;
import dev.gangway.training.Checks;
import dev.gangway.training.Versioned;
import dev.gangway.training.VersionedOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes or changes what has a version, such as a piece of master data, guarded by the version that is shown. Where
 * somebody else saved meanwhile, different fields that were changed both count, and for the same field the administrator chooses
 * whose value stays.
 *
 * @param <T> what is changed
 */
abstract class VersionedDialog<T> extends Dialog {

    protected final transient TrainingWords words;
    protected final transient Inputs inputs;
    protected final transient FieldErrors errors;
    private final transient Runnable changed;
    private final String saved;
    private final Div said = new Div();
    private final Div fields = new Div();
    private final ActionButton save;
    private final transient Map<String, Object> overruled = new HashMap<>();
    private transient @Nullable Versioned<T> known;

    /** @param saved the key of what is said once it is saved */
    VersionedDialog(String title, String saved, TrainingWords words, Runnable changed) {
        this.saved = saved;
        this.words = words;
        this.inputs = new Inputs(words);
        this.errors = new FieldErrors(words);
        this.changed = changed;
        setHeaderTitle(title);
        said.addClassName("step-notices");
        fields.addClassName("fields");
        Div content = new Div(said, fields);
        content.addClassNames("dialog-fields", "office-dialog");
        add(content);
        save = new ActionButton(words.of("purchases.save"), words.of("account.working"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.of("purchases.not_now"), click -> close()), save);
    }

    /** What the fields hold; null where something is wrong, which the checks then know. */
    protected abstract @Nullable T write(Checks checks);

    protected abstract VersionedOutcome<T> put(T value, @Nullable Integer seen);

    /** What is merged field by field, in the order of the form. */
    protected abstract List<VersionedField<T>> parts();

    protected final void ask(Component... asked) {
        fields.add(asked);
    }

    protected final void read(Versioned<T> read) {
        known = read;
        parts().forEach(part -> part.show().accept(read.value()));
    }

    private void save() {
        said.removeAll();
        errors.clear();
        Checks checks = new Checks();
        T value = write(checks);
        if (value == null || !checks.problems().isEmpty()) {
            wrong(checks.problems());
            return;
        }
        switch (put(value, known == null ? Versioned.NONE : known.version())) {
            case VersionedOutcome.Saved<T> done -> {
                close();
                Toast.success(words.of(saved));
                changed.run();
            }
            case VersionedOutcome.Invalid<T>(var problems) -> wrong(problems);
            case VersionedOutcome.Stale<T>(var theirs) -> stale(value, theirs);
            case VersionedOutcome.Gone<T> gone -> said.add(new Notice(Notice.Kind.ERROR, words.of("purchases.gone")));
        }
    }

    private void wrong(List<FieldProblem> problems) {
        errors.show(problems).forEach(other -> said.add(new Notice(Notice.Kind.ERROR, other)));
    }

    private void stale(T mine, Versioned<T> theirs) {
        List<VersionedField<T>> open = parts().stream()
                .filter(part -> !merge(part, mine, theirs.value()))
                .toList();
        if (open.isEmpty()) {
            known = theirs;
            save();
            return;
        }
        said.add(new Notice(
                Notice.Kind.WARNING,
                words.of(known == null ? "trainers.taken" : "trainers.stale"),
                new Paragraph(words.of("trainers.stale.do"))));
        open.forEach(part -> offer(part, mine, theirs));
        choices().getFirst().focus();
    }

    private void offer(VersionedField<T> part, T mine, Versioned<T> theirs) {
        said.add(new ConflictChoice(
                part.label(),
                part.of(mine),
                part.of(theirs.value()),
                () -> {
                    overruled.put(part.label(), part.value().apply(theirs.value()));
                    settled(theirs);
                },
                () -> {
                    part.show().accept(theirs.value());
                    settled(theirs);
                }));
    }

    /** Takes over what only they changed and keeps what only was changed here; answers whether that settles the field. */
    private boolean merge(VersionedField<T> part, T mine, T theirs) {
        Object here = part.value().apply(mine);
        Object there = part.value().apply(theirs);
        Object before = known == null ? null : part.value().apply(known.value());
        if (here.equals(before)) {
            part.show().accept(theirs);
            return true;
        }
        return here.equals(there) || there.equals(before) || there.equals(overruled.get(part.label()));
    }

    private void settled(Versioned<T> theirs) {
        List<ConflictChoice> left = choices();
        if (left.isEmpty()) {
            known = theirs;
            said.removeAll();
            save.focus();
        } else {
            left.getFirst().focus();
        }
    }

    private List<ConflictChoice> choices() {
        return said.getChildren()
                .filter(ConflictChoice.class::isInstance)
                .map(ConflictChoice.class::cast)
                .toList();
    }
}

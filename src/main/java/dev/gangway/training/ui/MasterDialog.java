package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Toast;
import dev.gangway.training.Checks;
import dev.gangway.training.MasterOutcome;
import dev.gangway.training.Versioned;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes or changes a piece of master data, guarded by the version that is shown: what somebody else saved meanwhile is named,
 * and the administrator chooses whose stays.
 *
 * @param <T> what is changed
 */
abstract class MasterDialog<T> extends Dialog {

    /** A version that nothing has: whatever has the id already is not replaced unseen. */
    private static final int NEW = -1;

    protected final transient TrainingWords words;
    protected final transient Inputs inputs;
    protected final transient FieldErrors errors;
    private final transient Runnable changed;
    private final Div said = new Div();
    private final Div fields = new Div();
    private int version = NEW;

    MasterDialog(String title, TrainingWords words, Runnable changed) {
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
        ActionButton save = new ActionButton(words.of("purchases.save"), words.of("account.working"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.of("purchases.not_now"), click -> close()), save);
    }

    /** What the fields hold; null where something is wrong, which the checks then know. */
    protected abstract @Nullable T write(Checks checks);

    protected abstract MasterOutcome<T> put(T value, @Nullable Integer seen);

    /** Shows a value in the fields. */
    protected abstract void fill(T value);

    /** What it says, by the label of each field. */
    protected abstract Map<String, String> describe(T value);

    protected final void ask(Component... asked) {
        fields.add(asked);
    }

    protected final void read(Versioned<T> known) {
        version = known.version();
        fill(known.value());
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
        switch (put(value, version)) {
            case MasterOutcome.Saved<T> saved -> {
                close();
                Toast.success(words.of("trainers.saved"));
                changed.run();
            }
            case MasterOutcome.Invalid<T>(var problems) -> wrong(problems);
            case MasterOutcome.Stale<T>(var theirs) -> stale(value, theirs);
        }
    }

    private void wrong(List<FieldProblem> problems) {
        errors.show(problems).forEach(other -> said.add(new Notice(Notice.Kind.ERROR, other)));
    }

    private void stale(T mine, Versioned<T> theirs) {
        boolean isNew = version == NEW;
        UnorderedList differences = new UnorderedList();
        Map<String, String> now = describe(theirs.value());
        describe(mine).forEach((label, value) -> {
            String other = now.getOrDefault(label, "–");
            if (!value.equals(other)) {
                differences.add(new ListItem(words.of("trainers.stale.field", label, value, other)));
            }
        });
        Button keepMine = new Button(words.of("accounts.keep_mine"), click -> {
            version = theirs.version();
            save();
        });
        Button keepTheirs = new Button(words.of("accounts.keep_theirs"), click -> {
            said.removeAll();
            read(theirs);
        });
        Div choice = new Div(keepMine, keepTheirs);
        choice.addClassName("row");
        said.add(new Notice(
                Notice.Kind.WARNING,
                words.of(isNew ? "trainers.taken" : "trainers.stale"),
                new Paragraph(words.of("trainers.stale.do")),
                differences,
                choice));
    }
}

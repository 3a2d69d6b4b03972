package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Toast;
import dev.gangway.wizard.PublishOutcome;
import dev.gangway.wizard.WizardVersion;
import dev.gangway.wizard.Wizards;
import dev.gangway.wizard.definition.DefinitionFiles;
import dev.gangway.wizard.definition.Sketch;
import dev.gangway.wizard.definition.WizardContent;
import dev.gangway.wizard.ui.Words;

/** The builder: the definition, its preview beside it, and what is to be done with it. */
final class Builder extends Div {

    private static final int LISTED = 20;

    private final Drafting drafting;
    private final transient Words words;
    private final Div notices = new Div();
    private final Div editor = new Div();
    private final Preview preview;
    private final Button undo;
    private final transient Workbench bench;

    Builder(Drafting drafting, Wizards wizards, DefinitionFiles files, Words words) {
        this.drafting = drafting;
        this.words = words;
        addClassName("builder");
        WizardContent published = wizards.versions(drafting.wizardId()).stream()
                .filter(version -> version.publishedAt() != null)
                .findFirst()
                .map(WizardVersion::content)
                .orElse(null);
        preview = new Preview(words.of("builder.preview"));
        undo = new Button(words.of("builder.undo"), click -> undo());
        bench = new Workbench(
                Sketch.of(drafting.draft().content(), published), files, words, this::changed, this::build);
        editor.addClassName("builder-editor");
        Div columns = new Div(editor, preview);
        columns.addClassName("builder-columns");
        add(bar(), notices, columns);
        bench.go("");
        showState();
    }

    private Div bar() {
        Button publish = new Button(words.of("builder.publish"), click -> publish());
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        Button discard = new Button(words.of("builder.discard"), click -> confirmDiscard());
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        Div bar = new Div(drafting, undo, toggle(), discard, publish);
        bar.addClassName("builder-bar");
        return bar;
    }

    /** Where there is no room for the preview beside the definition, one of the two is there. */
    private Button toggle() {
        Button toggle = new Button(words.of("builder.preview"));
        toggle.addClassName("builder-turn");
        toggle.addClickListener(click -> {
            boolean previews = !hasClassName("previewing");
            setClassName("previewing", previews);
            toggle.setText(words.of(previews ? "builder.edit" : "builder.preview"));
        });
        return toggle;
    }

    private void build(Workbench now) {
        editor.removeAll();
        editor.add(new WizardCard(now), new StepOutline(now));
        if (!now.sketch().content().steps().isEmpty()) {
            editor.add(new StepCard(now));
        }
        preview.forget();
        preview.show(now);
    }

    private void changed(Workbench now) {
        drafting.save(now.sketch().content()).ifPresentOrElse(this::stale, notices::removeAll);
        preview.show(now);
        showState();
    }

    private void showState() {
        undo.setVisible(bench.sketch().lastRemoved().isPresent());
        bench.sketch().lastRemoved().ifPresent(removed -> undo.setText(words.of("builder.undo", removed.name())));
    }

    private void undo() {
        bench.rebuild(Sketch::undo, bench.open().isEmpty() ? bench.stepPlace() : bench.open());
    }

    private void stale(WizardVersion newest) {
        Button mine = new Button(words.of("builder.keep_mine"), click -> {
            drafting.over(newest);
            changed(bench);
        });
        Button theirs = new Button(words.of("builder.keep_theirs"), click -> {
            drafting.over(newest);
            bench.rebuild(sketch -> sketch.replacedBy(newest.content()), "");
        });
        Div choice = new Div(mine, theirs);
        choice.addClassName("builder-adding");
        notices.removeAll();
        notices.add(new Notice(
                Notice.Kind.ERROR,
                words.of("builder.stale.title"),
                StepCard.quiet(words.of("builder.stale.text")),
                choice));
    }

    private void publish() {
        if (!bench.problems().isEmpty()) {
            showProblems();
            return;
        }
        confirm(
                "builder.publish",
                words.of("builder.publish.question", drafting.draft().version()),
                () -> {
                    switch (drafting.publish(words.locale())) {
                        case PublishOutcome.Published(var version) -> {
                            Toast.success(words.of("builder.published", version.version()));
                            UI.getCurrent().navigate(WizardsView.class);
                        }
                        case PublishOutcome.Stale(var newest) -> stale(newest);
                        case PublishOutcome.Invalid(var problems) -> showProblems();
                        case PublishOutcome.NameTaken() -> Toast.error(words.of("builder.name_taken"));
                        case PublishOutcome.NothingToPublish() -> Toast.error(words.of("builder.gone"));
                        case PublishOutcome.NotFound() -> Toast.error(words.of("builder.gone"));
                    }
                });
    }

    private void showProblems() {
        UnorderedList list = new UnorderedList();
        bench.problems().stream().limit(LISTED).forEach(problem -> list.add(new ListItem(link(problem))));
        notices.removeAll();
        notices.add(new Notice(
                Notice.Kind.ERROR,
                words.of("builder.problems.title", bench.problems().size()),
                list));
    }

    private Button link(FieldProblem problem) {
        Button go =
                new Button(where(problem.field()) + words.of(problem.message()), click -> bench.go(problem.field()));
        go.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return go;
    }

    private String where(String place) {
        String[] parts = place.split("/", -1);
        if (parts.length < 3) {
            return "";
        }
        var step = bench.sketch().content().steps().get(Integer.parseInt(parts[2]));
        boolean isField = parts.length > 4 && parts[3].equals("fields");
        String field = isField ? step.fields().get(Integer.parseInt(parts[4])).label() : "";
        return (step.title().isEmpty() ? words.of("builder.untitled") : step.title())
                + (isField ? " › " + (field.isEmpty() ? words.of("builder.unlabelled") : field) : "") + ": ";
    }

    private void confirmDiscard() {
        confirm("builder.discard", words.of("builder.discard.question"), () -> {
            drafting.discard();
            UI.getCurrent().navigate(WizardsView.class);
        });
    }

    private void confirm(String action, String question, Runnable confirmed) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(words.of(action));
        dialog.setText(question);
        dialog.setConfirmText(words.of(action));
        dialog.setCancelable(true);
        dialog.setCancelText(words.of("reconcile.not_now"));
        dialog.addConfirmListener(click -> confirmed.run());
        dialog.open();
    }
}

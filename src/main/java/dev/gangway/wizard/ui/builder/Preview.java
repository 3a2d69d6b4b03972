package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.ui.Toast;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepHandler.Check;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.definition.AskedStep;
import dev.gangway.wizard.definition.Asking;
import dev.gangway.wizard.definition.StepContent;
import dev.gangway.wizard.definition.StepRules;
import dev.gangway.wizard.definition.WizardContent;
import dev.gangway.wizard.ui.DefinedForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The open step as the people who run the wizard will see it; what is answered here is stored nowhere. */
final class Preview extends Section {

    private final Div shown = new Div();
    private final transient Map<String, Answers> given = new HashMap<>();
    private transient @Nullable DefinedForm form;
    private String step = "";

    Preview(String title) {
        addClassName("builder-preview");
        setAriaLabel(title);
        add(new H2(title), shown);
    }

    /** Shows the open step; what was answered in the preview stays as far as the questions do. */
    void show(Workbench bench) {
        keep();
        WizardContent content = bench.sketch().playable(bench.files());
        shown.removeAll();
        form = null;
        if (content.steps().isEmpty()) {
            shown.add(new Paragraph(bench.of("builder.preview.none")));
            return;
        }
        StepContent open = content.steps().get(bench.step());
        step = open.key();
        DefinedForm made = DefinedForm.of(content, open, given, bench.words());
        Answers answers = given.getOrDefault(step, Answers.NONE);
        if (answers.fields().isEmpty()) {
            made.showInitial();
        } else {
            made.fields().read(new StepView(step, answers, Answers.NONE, 0, null), "");
        }
        form = made;
        Button check = new Button(bench.of("builder.preview.check"), click -> check(content, bench));
        H3 title = new H3(open.title().isEmpty() ? bench.of("builder.untitled") : open.title());
        Paragraph help = new Paragraph(open.help());
        help.setVisible(!open.help().isEmpty());
        shown.add(title, help, made.content(), new Div(check));
    }

    /** Forgets what was answered: the questions are others now. */
    void forget() {
        given.clear();
        form = null;
    }

    private void keep() {
        if (form != null) {
            given.put(step, form.fields().current());
        }
    }

    private void check(WizardContent content, Workbench bench) {
        keep();
        Optional<AskedStep> asked = Asking.of(content, given).stream()
                .filter(one -> one.content().key().equals(step))
                .findFirst();
        if (form == null || asked.isEmpty()) {
            Toast.success(bench.of("builder.preview.hidden"));
            return;
        }
        List<FieldProblem> problems =
                StepRules.check(asked.get(), form.fields().current(), Answers.NONE) instanceof Check.Invalid(var wrong)
                        ? wrong
                        : List.of();
        form.fields().show(problems);
        if (problems.isEmpty()) {
            Toast.success(bench.of("builder.preview.fits"));
        }
    }
}

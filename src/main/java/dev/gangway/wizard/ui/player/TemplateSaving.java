package dev.gangway.wizard.ui.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Toast;
import dev.gangway.wizard.WizardSessionView;
import dev.gangway.wizard.template.NewTemplate;
import dev.gangway.wizard.template.NewTemplate.Audience;
import dev.gangway.wizard.template.SessionTemplates;
import dev.gangway.wizard.template.TemplateSaved;
import dev.gangway.wizard.ui.Words;
import java.util.List;

/** Saves a completed wizard session as a template; whoever makes it public is shown first what everybody will read. */
class TemplateSaving {

    private final SessionTemplates templates;
    private final CurrentCaller caller;
    private final WizardSessionView view;
    private final Words words;
    private final Dialog dialog = new Dialog();
    private final TextField name = new TextField();
    private final TextArea description = new TextArea();
    private final Checkbox everybody = new Checkbox();

    TemplateSaving(SessionTemplates templates, CurrentCaller caller, WizardSessionView view, Words words) {
        this.templates = templates;
        this.caller = caller;
        this.view = view;
        this.words = words;
        ActionButton save = new ActionButton(words.of("template.save.do"), words.of("player.busy"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.setHeaderTitle(words.of("template.save"));
        dialog.addClassName("template-dialog");
        dialog.add(content());
        dialog.getFooter().add(new Button(words.of("player.cancel"), click -> dialog.close()), save);
    }

    /** Asks for name, description and audience. */
    void ask() {
        name.setValue(view.session().name());
        dialog.open();
    }

    private Component content() {
        name.setLabel(words.of("template.name"));
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setAutofocus(true);
        description.setLabel(words.of("template.description"));
        description.setHelperText(words.of("template.description.hint"));
        description.setManualValidation(true);
        everybody.setLabel(words.of("template.public"));
        everybody.setHelperText(words.of("template.public.hint"));
        Div published = published();
        published.setVisible(false);
        everybody.addValueChangeListener(change -> published.setVisible(change.getValue()));
        Div content = new Div(name, description, everybody, published);
        content.addClassName("dialog-fields");
        return content;
    }

    private Div published() {
        Div published = new Div(
                new Notice(
                        Notice.Kind.WARNING,
                        words.of("template.public.title"),
                        new Paragraph(words.of("template.public.text"))),
                new AnswerList(view, words));
        published.addClassName("published");
        return published;
    }

    private void save() {
        NewTemplate said = new NewTemplate(
                name.getValue(), description.getValue(), everybody.getValue() ? Audience.EVERYBODY : Audience.OWNER);
        switch (templates.save(caller.get().userId(), view.session().id(), said)) {
            case TemplateSaved.Saved saved -> {
                dialog.close();
                Toast.success(words.of("template.saved", saved.template().name()));
            }
            case TemplateSaved.Invalid(List<FieldProblem> problems) -> {
                show(problems, "name", name);
                show(problems, "description", description);
            }
            case TemplateSaved.NotCompleted(), TemplateSaved.NotFound(), TemplateSaved.BuiltIn() -> {
                dialog.close();
                Toast.error(words.of("template.not_saved"));
            }
        }
    }

    private void show(List<FieldProblem> problems, String path, HasValidation field) {
        field.setInvalid(false);
        problems.stream()
                .filter(problem -> problem.field().equals(path))
                .findFirst()
                .ifPresent(problem -> {
                    field.setErrorMessage(words.of(problem.message()));
                    field.setInvalid(true);
                });
    }
}

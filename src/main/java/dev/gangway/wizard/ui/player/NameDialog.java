package dev.gangway.wizard.ui.player;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.wizard.ui.Words;
import java.util.List;
import java.util.function.Function;

/** Asks for the name of a wizard session; closes once the name is taken. */
class NameDialog extends Dialog {

    private final transient Words words;
    private final transient Function<String, List<FieldProblem>> take;
    private final TextField name = new TextField();

    /**
     * @param title what is being done, which is also what the button says
     * @param proposed a name to begin with
     * @param take does it with a name; answers what is wrong with the name, or nothing
     */
    NameDialog(Words words, String title, String text, String proposed, Function<String, List<FieldProblem>> take) {
        this.words = words;
        this.take = take;
        setHeaderTitle(title);
        name.setLabel(words.of("player.session_name"));
        name.setValue(proposed);
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setWidthFull();
        name.setAutofocus(true);
        name.setAutoselect(true);
        Paragraph explanation = new Paragraph(text);
        explanation.addClassName("quiet");
        explanation.setVisible(!text.isBlank());
        add(explanation, name);
        ActionButton confirm = new ActionButton(title, words.of("player.busy"), click -> submit());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickShortcut(Key.ENTER).listenOn(name);
        Button cancel = new Button(words.of("player.cancel"), click -> close());
        getFooter().add(cancel, confirm);
    }

    private void submit() {
        List<FieldProblem> problems = name.getValue().isBlank()
                ? List.of(FieldProblem.of("name", "field.required"))
                : take.apply(name.getValue());
        name.setInvalid(!problems.isEmpty());
        if (problems.isEmpty()) {
            close();
        } else {
            name.setErrorMessage(words.of(problems.getFirst().message()));
            name.focus();
        }
    }
}

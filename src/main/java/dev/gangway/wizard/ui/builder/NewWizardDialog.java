package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.wizard.DraftOutcome;
import dev.gangway.wizard.WizardAdministration;
import dev.gangway.wizard.definition.WizardContent;
import dev.gangway.wizard.ui.Words;
import java.util.List;

/** Asks what a new wizard is called, and begins it. */
final class NewWizardDialog extends Dialog {

    private static final int LONGEST = 200;

    private final transient WizardAdministration administration;
    private final transient CurrentCaller caller;
    private final transient Words words;
    private final TextField name;

    NewWizardDialog(WizardAdministration administration, CurrentCaller caller, Words words) {
        this.administration = administration;
        this.caller = caller;
        this.words = words;
        setHeaderTitle(words.of("builder.new"));
        name = new TextField(words.of("builder.name"));
        name.setMaxLength(LONGEST);
        name.setManualValidation(true);
        name.addKeyPressListener(Key.ENTER, press -> begin());
        Div fields = new Div(name);
        fields.addClassName("dialog-fields");
        add(fields);
        Button create = new Button(words.of("builder.create"), click -> begin());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.of("reconcile.not_now"), click -> close()), create);
        addOpenedChangeListener(opened -> name.focus());
    }

    private void begin() {
        WizardContent content = new WizardContent(name.getValue().strip(), "", "", null, List.of());
        switch (administration.create(caller.get().userId(), content)) {
            case DraftOutcome.Saved(var draft) -> {
                close();
                UI.getCurrent().navigate("admin/wizards/" + draft.wizardId());
            }
            case DraftOutcome.Invalid(var problems) ->
                refuse(words.of(problems.getFirst().message()));
            default -> refuse(words.of("builder.name_taken"));
        }
    }

    private void refuse(String why) {
        name.setErrorMessage(why);
        name.setInvalid(true);
        name.focus();
    }
}

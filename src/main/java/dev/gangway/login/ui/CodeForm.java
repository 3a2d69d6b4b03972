package dev.gangway.login.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableFunction;
import dev.gangway.base.ui.ActionButton;
import java.util.Optional;

/** Asks for a code of the authenticator app. */
class CodeForm extends Div {

    private static final int LONGEST = 64;

    private final TextField code = new TextField();
    private final SerializableFunction<String, Optional<String>> check;

    /**
     * @param label key of what the field is called
     * @param button key of what the button says
     * @param check does what the code is for; answers the key of what is wrong, or nothing
     */
    CodeForm(String label, String button, SerializableFunction<String, Optional<String>> check) {
        this.check = check;
        addClassName("code-form");
        code.setLabel(getTranslation(label));
        code.setRequiredIndicatorVisible(true);
        code.setMaxLength(LONGEST);
        code.setAutofocus(true);
        code.getElement().setAttribute("autocomplete", "one-time-code");
        ActionButton confirm =
                new ActionButton(getTranslation(button), getTranslation("account.working"), click -> send());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickShortcut(Key.ENTER).listenOn(code);
        add(code, confirm);
    }

    private void send() {
        code.setInvalid(false);
        check.apply(code.getValue()).ifPresent(wrong -> {
            code.clear();
            code.setErrorMessage(getTranslation(wrong));
            code.setInvalid(true);
            code.focus();
        });
    }
}

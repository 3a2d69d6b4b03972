package dev.gangway.login.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.privacy.Erasures;

/** The way out: erases the person, after saying what goes and asking for their name. */
class ErasureCard extends Div {

    ErasureCard(Erasures erasures, CurrentCaller caller, ProofGate gate, AuthenticationContext authentication) {
        addClassNames("card", "danger");
        Button erase = new Button(
                getTranslation("account.erase"),
                click -> new ErasureDialog(erasures, caller, gate, authentication).open());
        erase.addThemeVariants(ButtonVariant.LUMO_ERROR);
        add(new CardHead(getTranslation("account.erase.title"), getTranslation("account.erase.about")), new Div(erase));
    }
}

package dev.gangway.login.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Leaving;
import dev.gangway.base.ui.Notice;
import dev.gangway.privacy.ErasureOutcome;
import dev.gangway.privacy.Erasures;
import java.util.stream.Stream;

/** Names what goes, asks for the own name, and erases. */
class ErasureDialog extends Dialog {

    private final transient Erasures erasures;
    private final transient CurrentCaller caller;
    private final transient AuthenticationContext authentication;
    private final TextField name = new TextField(getTranslation("personal.erase.confirm"));
    private final Div refusal = new Div();

    ErasureDialog(Erasures erasures, CurrentCaller caller, ProofGate gate, AuthenticationContext authentication) {
        this.erasures = erasures;
        this.caller = caller;
        this.authentication = authentication;
        addClassName("erasure");
        setHeaderTitle(getTranslation("account.erase.question"));
        setWidth("32rem");
        name.setHelperText(getTranslation("account.erase.name", caller.get().username()));
        name.getElement().setAttribute("autocomplete", "off");
        name.setAutofocus(true);
        Div body = new Div(
                new Paragraph(getTranslation("account.erase.goes")),
                goes(),
                new Paragraph(getTranslation("account.erase.final")),
                name,
                refusal);
        body.addClassName("erasure-body");
        add(body);
        Button cancel = new Button(getTranslation("account.cancel"), click -> close());
        ActionButton erase = new ActionButton(
                getTranslation("account.erase.now"),
                getTranslation("account.working"),
                click -> gate.before(this::erase));
        erase.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        getFooter().add(cancel, erase);
    }

    private UnorderedList goes() {
        UnorderedList list = new UnorderedList();
        Stream.of("account", "login_sessions", "onboarding", "api_keys", "wizards", "lessons")
                .forEach(part -> list.add(new ListItem(getTranslation("account.erase.goes." + part))));
        return list;
    }

    private void erase() {
        name.setInvalid(false);
        refusal.removeAll();
        switch (erasures.erase(caller.get().userId(), name.getValue())) {
            case ErasureOutcome.NotConfirmed(FieldProblem problem) -> {
                name.setErrorMessage(getTranslation(
                        problem.message().key(), problem.message().args().toArray()));
                name.setInvalid(true);
                name.focus();
            }
            case ErasureOutcome.LastAdministrator last ->
                refusal.add(new Notice(Notice.Kind.ERROR, getTranslation("personal.erase.last_administrator")));
            case ErasureOutcome.Erased erased -> leave();
            case ErasureOutcome.AlreadyErased gone -> leave();
        }
    }

    private void leave() {
        UI ui = UI.getCurrent();
        Leaving.begins(ui);
        authentication.logout();
        ui.getPage().setLocation("login?" + LoginView.ERASED);
    }
}

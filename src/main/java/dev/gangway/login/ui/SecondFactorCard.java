package dev.gangway.login.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.account.Account;
import dev.gangway.account.Accounts;
import dev.gangway.account.SecondFactor;
import dev.gangway.account.SecondFactorSetup;
import dev.gangway.account.SecondFactors;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.Moments;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Toast;
import java.util.List;
import java.util.Optional;

/** The person's second factor: turns it on with an authenticator app, hands out recovery codes, and turns it off. */
class SecondFactorCard extends Div {

    private final transient SecondFactors factors;
    private final transient Accounts accounts;
    private final transient CurrentCaller caller;
    private final transient ProofGate gate;
    private final transient Runnable turnedOn;
    private final Div body = new Div();

    /** Called with {@code turnedOn} once it is on and the recovery codes are shown. */
    SecondFactorCard(
            SecondFactors factors, Accounts accounts, CurrentCaller caller, ProofGate gate, Runnable turnedOn) {
        this.factors = factors;
        this.accounts = accounts;
        this.caller = caller;
        this.gate = gate;
        this.turnedOn = turnedOn;
        addClassName("card");
        body.addClassName("second-factor");
        add(new CardHead(getTranslation("second_factor.title"), getTranslation("second_factor.about")), body);
        refresh();
    }

    private void refresh() {
        body.removeAll();
        Optional<SecondFactor> found = factors.find(caller.get().userId());
        if (found.isPresent()) {
            showOn(found.get());
        } else {
            body.add(new Div(new Button(getTranslation("second_factor.turn_on"), click -> gate.before(this::begin))));
        }
    }

    private void showOn(SecondFactor factor) {
        String since = Moments.at(UI.getCurrent()).dateAndTime(factor.since());
        body.add(new Paragraph(getTranslation("second_factor.on", since, factor.recoveryCodes())));
        Div actions =
                new Div(new Button(getTranslation("second_factor.codes.renew"), click -> gate.before(this::renew)));
        actions.addClassName("row");
        if (factors.isRequired(caller.get().roles())) {
            body.add(new Paragraph(getTranslation("second_factor.required")));
        } else {
            actions.add(new Button(getTranslation("second_factor.turn_off"), click -> gate.before(this::confirmOff)));
        }
        body.add(actions);
    }

    /** Shows what the app has to know and asks for a code that proves that it does. */
    void begin() {
        Account account = accounts.find(caller.get().userId()).orElseThrow();
        Optional<SecondFactorSetup> setup = factors.begin(account);
        if (setup.isEmpty()) {
            refresh(); // turned on in another tab
            return;
        }
        body.removeAll();
        body.add(
                new Paragraph(getTranslation("second_factor.scan")),
                QrCode.of(setup.get().address(), getTranslation("second_factor.qr")),
                new Paragraph(getTranslation("second_factor.type")),
                new Code(String.join(" ", setup.get().secret().split("(?<=\\G.{4})"))),
                new CodeForm("second_factor.code", "second_factor.confirm", this::confirm));
    }

    private Optional<String> confirm(String code) {
        Caller person = caller.get();
        Optional<List<String>> codes = factors.confirm(person.userId(), code);
        codes.ifPresent(made -> {
            show(made);
            turnedOn.run();
        });
        return codes.isPresent() ? Optional.empty() : Optional.of("second_factor.code.wrong");
    }

    private void renew() {
        factors.renewRecoveryCodes(caller.get().userId()).ifPresentOrElse(this::show, this::refresh);
    }

    private void show(List<String> codes) {
        refresh();
        body.addComponentAsFirst(new RecoveryCodeList(codes));
        body.addComponentAsFirst(new Notice(Notice.Kind.WARNING, getTranslation("second_factor.codes.keep")));
    }

    private void confirmOff() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("second_factor.turn_off.question"));
        dialog.setText(getTranslation("second_factor.turn_off.text"));
        dialog.setConfirmText(getTranslation("second_factor.turn_off"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("account.cancel"));
        dialog.addConfirmListener(confirmed -> {
            factors.turnOff(caller.get().userId());
            Toast.success(getTranslation("second_factor.turned_off"));
            refresh();
        });
        dialog.open();
    }
}

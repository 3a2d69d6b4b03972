package dev.gangway.login.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.gangway.account.AccountAdministration;
import dev.gangway.account.AccountChange;
import dev.gangway.account.AdministrationOutcome;
import dev.gangway.account.ChangeBasis;
import dev.gangway.account.ManagedAccount;
import dev.gangway.account.PasswordLinkOutcome;
import dev.gangway.account.PasswordLinks;
import dev.gangway.account.SecondFactors;
import dev.gangway.base.UserId;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.Moments;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Toast;
import dev.gangway.base.web.LinkAddress;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.ManagedLogins;
import java.util.function.Consumer;

/** One account with what an administrator may do to it. Each change is guarded by what was shown here. */
class ManagedAccountPanel extends Div {

    private final transient AccountAdministration accounts;
    private final transient PasswordLinks links;
    private final transient SecondFactors factors;
    private final transient CurrentCaller caller;
    private final H1 name = new H1();
    private final Div state = new Div();
    private final AccountForm form =
            new AccountForm("accounts.values", "accounts.values.about", "accounts.save", this::save);
    private final AccountAccess access;
    private final ManagedLoginSessions logins;
    private ManagedAccount seen;

    /** What the form was read from, which is older than what is seen where something was typed into it meanwhile. */
    private ManagedAccount formBasis;

    ManagedAccountPanel(
            ManagedAccount account,
            AccountAdministration accounts,
            PasswordLinks links,
            SecondFactors factors,
            ProofGate gate,
            LoginSessions loginSessions,
            ManagedLogins managedLogins,
            CurrentCaller caller) {
        this.accounts = accounts;
        this.links = links;
        this.factors = factors;
        this.caller = caller;
        this.seen = account;
        this.formBasis = account;
        this.logins = new ManagedLoginSessions(account.account().id(), loginSessions, managedLogins, caller);
        this.access = new AccountAccess(
                account.account().id().equals(caller.get().userId()),
                this::enable,
                () -> gate.before(this::makeLink),
                () -> gate.before(this::takeFactorOff));
        addClassName("settings");
        state.addClassName("pills");
        RouterLink back = new RouterLink(getTranslation("accounts.back"), AccountsView.class);
        Paragraph about = new Paragraph(getTranslation(
                account.issuer() == null ? "accounts.about" : "accounts.about.issuer",
                account.account().id().value(),
                Moments.at(UI.getCurrent()).dateAndTime(account.createdAt()),
                account.issuer() == null ? "" : account.issuer()));
        about.addClassName("quiet");
        Div head = new Div(back, name, state, about);
        head.addClassName("page-head");
        add(head, form, access, logins);
        show(account);
    }

    private void show(ManagedAccount account) {
        formBasis = account;
        form.read(account);
        showAround(account);
    }

    /** Shows what is true now, and leaves alone what is typed but not saved. */
    private void refresh(ManagedAccount account) {
        if (form.isChangedFrom(formBasis)) {
            showAround(account);
        } else {
            show(account);
        }
    }

    private void showAround(ManagedAccount account) {
        seen = account;
        name.setText(account.account().username());
        state.removeAll();
        if (!account.account().enabled()) {
            Span pill = new Span(getTranslation("accounts.disabled"));
            pill.addClassNames("pill", "pill-warning");
            state.add(pill);
        }
        access.read(account, factors.find(account.account().id()).isPresent());
        logins.refresh();
    }

    private void save(AccountForm typed) {
        change(typed.write(formBasis.account().enabled()), formBasis, this::show, "accounts.saved");
    }

    private void enable(boolean may) {
        change(seen.values().enabled(may), seen, this::refresh, may ? "accounts.now_enabled" : "accounts.now_disabled");
    }

    private void makeLink() {
        switch (links.make(caller.get().userId(), seen.account().id())) {
            case PasswordLinkOutcome.Made(var token, var expiry) ->
                access.show(new OneTimeLink(
                        LinkAddress.of(VaadinServletRequest.getCurrent(), "password", token),
                        Moments.at(UI.getCurrent()).dateAndTime(expiry)));
            case PasswordLinkOutcome.Refused(var why) ->
                form.say(new Notice(Notice.Kind.ERROR, AccountWords.of(this, why)));
            case PasswordLinkOutcome.Unknown gone ->
                form.say(new Notice(Notice.Kind.ERROR, getTranslation("accounts.gone")));
        }
    }

    private void takeFactorOff() {
        boolean taken = factors.takeOff(caller.get().userId(), seen.account().id());
        refresh(accounts.find(seen.account().id()).orElse(seen));
        Toast.success(getTranslation(taken ? "accounts.factor.done" : "accounts.factor.none"));
    }

    private void change(AccountChange wanted, ManagedAccount basis, Consumer<ManagedAccount> show, String done) {
        UserId id = seen.account().id();
        switch (accounts.put(caller.get().userId(), id, wanted, ChangeBasis.seen(basis))) {
            case AdministrationOutcome.Saved(var account, var made) -> {
                show.accept(account);
                Toast.success(getTranslation(done));
            }
            case AdministrationOutcome.Invalid(var problems) -> form.showProblems(problems);
            case AdministrationOutcome.Stale(var conflicts) -> {
                seen = accounts.find(id).orElse(seen);
                form.showConflicts(conflicts, formBasis, seen);
                formBasis = seen;
            }
            case AdministrationOutcome.Refused(var why) ->
                form.say(new Notice(Notice.Kind.ERROR, AccountWords.of(this, why)));
            case AdministrationOutcome.Unknown gone ->
                form.say(new Notice(Notice.Kind.ERROR, getTranslation("accounts.gone")));
        }
    }
}

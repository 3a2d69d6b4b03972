package dev.gangway.login.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import dev.gangway.account.AccountAdministration;
import dev.gangway.account.AdministrationOutcome;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.UserId;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Toast;
import java.util.List;

/** Makes an account: for someone who chooses a password by a link, or for someone who will log in by single sign-on. */
class NewAccountPanel extends Div {

    private final transient AccountAdministration accounts;
    private final transient CurrentCaller caller;
    private final AccountForm form =
            new AccountForm("accounts.values", "accounts.new.about", "accounts.make", this::make);
    private final TextField id = new TextField(getTranslation("accounts.new.id"));

    NewAccountPanel(AccountAdministration accounts, CurrentCaller caller) {
        this.accounts = accounts;
        this.caller = caller;
        addClassName("settings");
        id.setHelperText(getTranslation("accounts.new.id.help"));
        id.setMaxLength(UserId.MAX_LENGTH);
        form.ask(id);
        form.begin();
        RouterLink back = new RouterLink(getTranslation("accounts.back"), AccountsView.class);
        Div head = new Div(back, new H1(getTranslation("accounts.new")));
        head.addClassName("page-head");
        add(head, form);
    }

    private void make(AccountForm typed) {
        id.setInvalid(false);
        String given = id.getValue().strip();
        UserId chosen = UserId.read(given).orElse(null);
        if (chosen == null && !given.isEmpty()) {
            show(List.of(FieldProblem.of("id", "account.id.wrong")));
            return;
        }
        switch (accounts.create(caller.get().userId(), chosen, typed.write(true))) {
            case AdministrationOutcome.Saved(var account, var made) -> {
                Toast.success(getTranslation("accounts.made", account.account().username()));
                UI.getCurrent()
                        .navigate(
                                AccountsView.class,
                                AccountsView.of(account.account().id()));
            }
            case AdministrationOutcome.Invalid(var problems) -> show(problems);
            case AdministrationOutcome.Refused(var why) ->
                form.say(new Notice(Notice.Kind.ERROR, AccountWords.of(this, why)));
            case AdministrationOutcome.Stale _, AdministrationOutcome.Unknown _ ->
                throw new IllegalStateException("Nobody knew the account before");
        }
    }

    private void show(List<FieldProblem> problems) {
        form.showProblems(problems.stream()
                .filter(problem -> !problem.field().equals("id"))
                .toList());
        problems.stream().filter(problem -> problem.field().equals("id")).forEach(problem -> {
            id.setErrorMessage(AccountWords.of(this, problem.message()));
            id.setInvalid(true);
            id.focus();
        });
    }
}

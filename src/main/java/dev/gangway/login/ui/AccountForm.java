package dev.gangway.login.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.account.AccountChange;
import dev.gangway.account.ManagedAccount;
import dev.gangway.base.FieldConflict;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.ConflictChoice;
import dev.gangway.base.ui.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Name, address and roles of an account, for changing; shows what is wrong beside the fields and what others changed. */
class AccountForm extends Div {

    private final TextField username = new TextField(getTranslation("accounts.username"));
    private final TextField email = new TextField(getTranslation("accounts.email"));
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>(getTranslation("accounts.roles"));
    private final Div fields = new Div(username, email);
    private final Div remarks = new Div();

    /**
     * @param title key of what the card is called
     * @param about key of what there is to know
     * @param button key of what the button is called
     * @param save called with the form when it is pressed
     */
    AccountForm(String title, String about, String button, Consumer<AccountForm> save) {
        addClassName("card");
        remarks.addClassName("step-notices");
        username.setMaxLength(255);
        username.setRequiredIndicatorVisible(true);
        email.setMaxLength(320);
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> AccountWords.of(this, role));
        fields.addClassName("fields");
        add(
                new CardHead(getTranslation(title), getTranslation(about)),
                remarks,
                fields,
                roles,
                new Div(new ActionButton(
                        getTranslation(button), getTranslation("account.working"), click -> save.accept(this))));
    }

    /** Starts from what most new accounts are. */
    void begin() {
        roles.setValue(Set.of(Role.USER));
    }

    /** Adds more to fill in. */
    void ask(Component... more) {
        fields.add(more);
    }

    void read(ManagedAccount managed) {
        remarks.removeAll();
        clearProblems();
        username.setValue(managed.account().username());
        email.setValue(managed.account().address().orElse(""));
        roles.setValue(managed.account().roles());
        roles.setReadOnly(managed.rolesByIssuer());
        roles.setHelperText(managed.rolesByIssuer() ? getTranslation("account.roles.by_issuer") : null);
    }

    /** Whether it differs from the account that it was read from. */
    boolean isChangedFrom(ManagedAccount managed) {
        AccountChange values = managed.values();
        return !write(values.enabled()).equals(values);
    }

    AccountChange write(boolean enabled) {
        return new AccountChange(username.getValue(), email.getValue(), Set.copyOf(roles.getValue()), enabled, null);
    }

    void showProblems(List<FieldProblem> problems) {
        clearProblems();
        problems.forEach(problem -> {
            String words = AccountWords.of(this, problem.message());
            switch (problem.field()) {
                case "username" -> {
                    username.setErrorMessage(words);
                    username.setInvalid(true);
                    username.focus();
                }
                case "email" -> {
                    email.setErrorMessage(words);
                    email.setInvalid(true);
                    email.focus();
                }
                case "roles" -> {
                    roles.setErrorMessage(words);
                    roles.setInvalid(true);
                }
                default -> remarks.add(new Notice(Notice.Kind.ERROR, words));
            }
        });
    }

    /**
     * What somebody else changed meanwhile in fields that were changed here too: which value stays is the person's choice. Fields
     * that nobody touched here show what they are now.
     *
     * @param before what the form was read from
     */
    void showConflicts(List<FieldConflict> conflicts, ManagedAccount before, ManagedAccount now) {
        takeUntouched(before.values(), now);
        clearProblems();
        remarks.removeAll();
        remarks.add(new Notice(Notice.Kind.WARNING, getTranslation("accounts.conflict")));
        conflicts.forEach(conflict -> remarks.add(choice(conflict, now)));
    }

    void say(Notice notice) {
        clearProblems();
        remarks.removeAll();
        remarks.add(notice);
    }

    private ConflictChoice choice(FieldConflict conflict, ManagedAccount now) {
        return new ConflictChoice(
                getTranslation("accounts." + conflict.field()),
                AccountWords.value(this, conflict.yours()),
                AccountWords.value(this, conflict.theirs()),
                () -> {},
                () -> take(conflict.field(), now));
    }

    private void takeUntouched(AccountChange before, ManagedAccount now) {
        AccountChange typed = write(before.enabled());
        if (Objects.equals(typed.username(), before.username())) {
            take("username", now);
        }
        if (Objects.equals(typed.email(), before.email())) {
            take("email", now);
        }
        if (Objects.equals(typed.roles(), before.roles())) {
            take("roles", now);
        }
    }

    private void take(String field, ManagedAccount now) {
        switch (field) {
            case "username" -> username.setValue(now.account().username());
            case "email" -> email.setValue(now.account().address().orElse(""));
            default -> roles.setValue(now.account().roles());
        }
    }

    private void clearProblems() {
        username.setInvalid(false);
        email.setInvalid(false);
        roles.setInvalid(false);
    }
}

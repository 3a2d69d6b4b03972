package dev.gangway.training.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.gangway.account.AccountAdministration;
import dev.gangway.account.AccountFilter;
import dev.gangway.account.ManagedAccount;
import dev.gangway.base.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for an account: found by its name, its address or its id, or the id of one that is not there yet. */
class AccountChoice extends ComboBox<AccountChoice.Named> {

    /** Whoever is not among them is found by typing more of the name. */
    private static final int MOST = 100;

    private final transient AccountAdministration accounts;

    AccountChoice(String label, AccountAdministration accounts) {
        super(label);
        this.accounts = accounts;
        setItemsPageable((page, typed) -> found(Objects.requireNonNullElse(typed, "")).stream()
                .skip(page.getOffset())
                .limit(page.getPageSize())
                .toList());
        setItemLabelGenerator(Named::label);
        setAllowCustomValue(true);
        addCustomValueSetListener(typed -> setValue(named(typed.getDetail().strip())));
    }

    /** The id; empty where nobody is chosen. */
    Optional<String> id() {
        return getOptionalValue().map(Named::id);
    }

    /** Whoever has it as an id is meant, else whose name it is, else whoever is to have it as an id. */
    private @Nullable Named named(String typed) {
        return typed.isEmpty()
                ? null
                : UserId.read(typed)
                        .flatMap(accounts::find)
                        .map(Named::of)
                        .or(() -> found(typed).stream()
                                .filter(each -> each.username().equalsIgnoreCase(typed))
                                .findFirst())
                        .orElseGet(() -> new Named(typed, typed));
    }

    private List<Named> found(String typed) {
        return accounts.page(AccountFilter.of(typed), null, MOST).accounts().stream()
                .map(Named::of)
                .toList();
    }

    /**
     * An account as it is listed.
     *
     * @param username the id where there is no account of it yet
     */
    record Named(String id, String username) {

        private static Named of(ManagedAccount account) {
            return new Named(account.account().id().value(), account.account().username());
        }

        private String label() {
            return id.equals(username) ? id : username + " · " + id;
        }
    }
}

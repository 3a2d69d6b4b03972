package dev.gangway.login.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.RouterLink;
import dev.gangway.account.Account;
import dev.gangway.account.AccountAdministration;
import dev.gangway.account.AccountFilter;
import dev.gangway.account.AccountPage;
import dev.gangway.account.AccountPosition;
import dev.gangway.account.ManagedAccount;
import dev.gangway.base.security.Role;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All accounts in the order of their names, narrowed while the administrator types; the next ones come on request. */
class AccountList extends Div {

    private static final int PAGE = 50;
    private static final int PAUSE_MILLIS = 300;

    private final transient AccountAdministration accounts;
    private final TextField search = new TextField(getTranslation("accounts.search"));
    private final Select<Role> role = new Select<>();
    private final Select<AccountFilter.State> state = new Select<>();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph count = new Paragraph();
    private final Button more = new Button(getTranslation("accounts.more"), click -> showMore());
    private @Nullable AccountPosition last;
    private int shown;

    AccountList(AccountAdministration accounts, String searched) {
        this.accounts = accounts;
        addClassName("accounts");
        RouterLink make = new RouterLink(getTranslation("accounts.new"), AccountsView.class);
        make.setQueryParameters(AccountsView.ofNew());
        make.addClassName("link-button");
        Div head =
                new Div(new H1(getTranslation("menu.accounts")), new Paragraph(getTranslation("accounts.lead")), make);
        head.addClassName("page-head");
        search.setClearButtonVisible(true);
        search.setMaxLength(255);
        search.setHelperText(getTranslation("accounts.search.help"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_MILLIS);
        search.setValue(searched);
        search.addValueChangeListener(typed -> refresh());
        list.addClassName("account-list");
        count.addClassName("quiet");
        count.getElement().setAttribute("role", "status");
        narrow(role, "accounts.role", List.of(Role.values()), each -> AccountWords.of(this, each));
        narrow(state, "accounts.state", List.of(AccountFilter.State.values()), this::name);
        Div filters = new Div(search, role, state);
        filters.addClassName("account-filters");
        add(head, filters, count, list, more);
        refresh();
    }

    private <T> void narrow(Select<T> by, String label, List<T> values, ItemLabelGenerator<T> words) {
        by.setLabel(getTranslation(label));
        by.setItems(values);
        by.setEmptySelectionAllowed(true);
        by.setEmptySelectionCaption(getTranslation("accounts.any"));
        by.setItemLabelGenerator(value -> value == null ? getTranslation("accounts.any") : words.apply(value));
        by.addValueChangeListener(chosen -> refresh());
    }

    private String name(AccountFilter.State each) {
        return getTranslation(each == AccountFilter.State.ENABLED ? "accounts.enabled" : "accounts.disabled");
    }

    private AccountFilter filter() {
        return new AccountFilter(search.getValue(), role.getValue(), state.getValue());
    }

    private void refresh() {
        list.removeAll();
        last = null;
        shown = 0;
        showMore();
    }

    private void showMore() {
        AccountFilter filter = filter();
        AccountPage page = accounts.page(filter, last, PAGE);
        page.accounts().forEach(each -> {
            list.add(row(each));
            last = AccountPosition.of(each);
            shown++;
        });
        more.setVisible(page.more());
        list.setVisible(shown > 0);
        if (shown == 0) {
            boolean isNarrowed = filter.role() != null || filter.state() != null;
            count.setText(
                    isNarrowed
                            ? getTranslation("accounts.none.narrowed")
                            : getTranslation("accounts.none", filter.text()));
        } else {
            count.setText(getTranslation(page.cut() ? "accounts.shown.cut" : "accounts.shown", shown));
        }
    }

    private ListItem row(ManagedAccount managed) {
        Account account = managed.account();
        RouterLink name = new RouterLink(account.username(), AccountsView.class);
        name.setQueryParameters(AccountsView.of(account.id()));
        Span email = new Span(account.address().orElse("–"));
        email.addClassName("quiet");
        Div pills = new Div();
        pills.addClassName("pills");
        new TreeSet<>(account.roles()).forEach(role -> pills.add(pill(AccountWords.of(this, role), "")));
        if (managed.issuer() != null) {
            pills.add(pill(getTranslation("accounts.single_sign_on"), ""));
        }
        if (!account.enabled()) {
            pills.add(pill(getTranslation("accounts.disabled"), "pill-warning"));
        }
        ListItem row = new ListItem(name, email, pills);
        row.addClassName("account-row");
        return row;
    }

    private static Span pill(String text, String kind) {
        Span pill = new Span(text);
        pill.addClassName("pill");
        if (!kind.isEmpty()) {
            pill.addClassName(kind);
        }
        return pill;
    }
}

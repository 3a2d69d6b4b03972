package dev.gangway.login.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.gangway.account.AccountAdministration;
import dev.gangway.account.ManagedAccount;
import dev.gangway.account.PasswordLinks;
import dev.gangway.account.SecondFactors;
import dev.gangway.base.UserId;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.ManagedLogins;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/**
 * Where administrators find accounts, make and change them. One account has the address {@code ?account=ID}: an id of an
 * identity provider may hold letters that a path cannot. A new one is made at {@code ?new}.
 */
@Route("admin/accounts")
@Menu(title = "menu.accounts", icon = "people", order = 50)
@RolesAllowed(Role.ADMIN_NAME)
public class AccountsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String ACCOUNT = "account";
    private static final String NEW = "new";

    private final transient AccountAdministration accounts;
    private final transient PasswordLinks links;
    private final transient SecondFactors factors;
    private final transient ProofGate gate;
    private final transient LoginSessions loginSessions;
    private final transient ManagedLogins managedLogins;
    private final transient CurrentCaller caller;
    private String part = "";

    AccountsView(
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
        this.gate = gate;
        this.loginSessions = loginSessions;
        this.managedLogins = managedLogins;
        this.caller = caller;
        addClassName("page");
    }

    static QueryParameters of(UserId id) {
        return QueryParameters.of(ACCOUNT, id.value());
    }

    static QueryParameters ofNew() {
        return QueryParameters.of(NEW, "");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        part = "";
        if (event.getLocation().getQueryParameters().getParameters().containsKey(NEW)) {
            part = getTranslation("accounts.new");
            add(new NewAccountPanel(accounts, caller));
            return;
        }
        Optional<String> asked = event.getLocation().getQueryParameters().getSingleParameter(ACCOUNT);
        Optional<ManagedAccount> found = asked.flatMap(UserId::read).flatMap(accounts::find);
        if (found.isPresent()) {
            part = found.get().account().username();
            add(new ManagedAccountPanel(
                    found.get(), accounts, links, factors, gate, loginSessions, managedLogins, caller));
        } else {
            add(new AccountList(accounts, asked.orElse("")));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(part, getTranslation("menu.accounts"));
    }
}

package dev.gangway;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What tabs of the browser are called, and what screen readers say first of a page: the part of it that is shown too. */
@GangwayTest
class PageTitlesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestAccounts accounts;

    @AfterEach
    void close() {
        pages.close();
    }

    @ParameterizedTest
    @CsvSource({
        "admin/accounts, Accounts · Gangway",
        "admin/accounts?new, New account · Accounts · Gangway",
        "admin/purchases, Purchases · Gangway",
        "admin/purchases/new, Assign a trainer · Purchases · Gangway",
        "admin/trainers, Trainers · Gangway",
        "admin/trainers/map, Map · Trainers · Gangway",
        "admin/trainers/zones, Zones · Trainers · Gangway",
        "admin/trainers/courses, Courses · Trainers · Gangway",
        "admin/reconcile/login_sessions, Login sessions · Reconcile · Gangway",
        "admin/reconcile/audit, Audit trail · Reconcile · Gangway",
        "student/sessions, By day · My lessons · Gangway",
        "student/sessions?view=list, List · My lessons · Gangway"
    })
    void eachPartOfAPageHasATitleOfItsOwn(String address, String title) {
        pages.openAs(accounts.user(), Role.USER, Role.ADMIN);

        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());

        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo(title);
    }
}

package dev.gangway.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.ShortcutsKt.fireShortcut;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.GangwayTest;
import dev.gangway.account.FirstAdministrator;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Pages;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class FirstAdministratorViewTest {

    @Autowired
    private Pages pages;

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private List<String> administrators = List.of();

    @BeforeEach
    void noAdministrator() {
        jdbc.sql("delete from first_administrator_links").update();
        administrators = jdbc.sql("update accounts set enabled = false from account_roles r"
                        + " where r.user_id = id and r.role = 'ADMIN' and enabled returning id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    @AfterEach
    void administratorsAreBack() {
        pages.close();
        jdbc.sql("update accounts set enabled = false where username like 'chief-%'")
                .update();
        jdbc.sql("update accounts set enabled = true where id in (:ids)")
                .param("ids", administrators.isEmpty() ? List.of("") : administrators)
                .update();
    }

    @Test
    void aBadPasswordIsToldBesideItsFieldAndTheEnterKeyMakesTheAdministrator() {
        open(first.invite().orElseThrow());
        String name = "chief-" + ids.next();
        _setValue(_get(TextField.class), name);
        _setValue(_get(PasswordField.class), "short");
        fireShortcut(Key.ENTER);
        assertThat(_get(PasswordField.class).isInvalid()).isTrue();
        assertThat(_get(PasswordField.class).getErrorMessage()).contains("12");

        _setValue(_get(PasswordField.class), "quince ladder motet 41");
        fireShortcut(Key.ENTER);

        assertThat(_get(Notice.class).getElement().getTextRecursively()).contains(name + " can log in now.");
    }

    @Test
    void aWrongLinkShowsNoForm() {
        first.invite();
        open("guessed");

        assertThat(_get(Notice.class).getElement().getTextRecursively()).contains("was used, has expired");
        _assertNone(TextField.class);
    }

    private void open(String token) {
        pages.openAs(new UserId("nobody"));
        UI.getCurrent().navigate(FirstAdministratorView.class);
        _get(FirstAdministratorView.class).open(token);
    }
}

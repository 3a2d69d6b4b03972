package dev.gangway.training.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Moments;
import dev.gangway.base.ui.Pages;
import dev.gangway.training.CalendarFeeds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GangwayTest
class CalendarFeedPanelTest {

    @Autowired
    private Pages pages;

    @Autowired
    private CalendarFeeds feeds;

    @Autowired
    private CurrentCaller caller;

    @Autowired
    private TestAccounts accounts;

    private UserId ada = new UserId("x");

    @BeforeEach
    void aPageOfAda() {
        ada = accounts.user();
        pages.openAs(ada, Role.USER);
        show();
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void anAddressIsShownOnceAfterItWasMade() {
        assertThat(_find(TextField.class)).isEmpty();
        click("Make an address");

        String address = _get(TextField.class).getValue();
        assertThat(address).startsWith("http").matches(".*/calendar/[A-Za-z0-9_-]{43}\\.ics");
        assertThat(feeds.open(token(address))).isPresent();
        assertThat(state()).startsWith("Made ").endsWith("No calendar has asked for it yet.");

        show();
        assertThat(_find(TextField.class)).isEmpty();
        assertThat(state()).contains("A calendar last asked for it");
    }

    @Test
    void anotherAddressReplacesTheFirstAfterAQuestion() {
        click("Make an address");
        String first = _get(TextField.class).getValue();
        click("Make a new address");
        assertThat(feeds.open(token(first))).as("until it is confirmed").isPresent();

        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(feeds.open(token(first))).isEmpty();
        assertThat(feeds.open(token(_get(TextField.class).getValue()))).isPresent();
    }

    @Test
    void itIsRevokedAfterAQuestion() {
        click("Make an address");
        String address = _get(TextField.class).getValue();
        click("Revoke address");
        ConfirmDialogKt._fireCancel(_get(ConfirmDialog.class));
        assertThat(feeds.find(ada)).isPresent();

        click("Revoke address");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(feeds.open(token(address))).isEmpty();
        assertThat(_find(TextField.class)).isEmpty();
        assertThat(_get(Button.class, spec -> spec.withText("Make an address")).isVisible())
                .isTrue();
    }

    private void show() {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(new CalendarFeedPanel(feeds, caller, Moments.at(UI.getCurrent())));
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static String state() {
        return _get(Paragraph.class, spec -> spec.withClasses("quiet")).getText();
    }

    private static String token(String address) {
        return address.substring(address.lastIndexOf('/') + 1, address.length() - ".ics".length());
    }
}

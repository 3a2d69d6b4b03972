package dev.gangway.wizard.ui.player;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import dev.gangway.live.LiveChanges;
import dev.gangway.live.LiveSubscription;
import dev.gangway.wizard.OverviewProjector;
import dev.gangway.wizard.OwnFilter;
import dev.gangway.wizard.OwnWizardSession;
import dev.gangway.wizard.PlayableWizards;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionStatus;
import dev.gangway.wizard.WizardSessions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GangwayTest
class SessionsViewTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PlayableWizards playable;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private OverviewProjector projector;

    @Autowired
    private LiveChanges live;

    private UserId ada;

    @BeforeEach
    void anAccount() {
        ada = accounts.user();
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void whoHasStartedNothingIsToldWhereToStart() {
        open();

        assertThat(text()).contains("You have not started a wizard yet");
        assertThat(_find(Anchor.class)).anyMatch(link -> link.getHref().equals("wizards"));
    }

    @Test
    void eachRowOffersWhatItsStatusAllows() {
        Wizard laptop = playable.laptop();
        playable.started(ada, laptop);
        playable.completedLaptop(ada, laptop);

        open();

        assertThat(rows()).hasSize(2);
        assertThat(rows().getFirst())
                .contains("Completed")
                .contains("100 %")
                .contains("Save as template")
                .doesNotContain("Resume")
                .doesNotContain("Delete");
        assertThat(rows().getLast())
                .contains("In progress")
                .contains("0 %")
                .contains("Resume")
                .contains("Delete")
                .doesNotContain("Save as template");
    }

    @Test
    void deletingNamesWhatGoesAndAsksFirst() {
        WizardSessionId run = playable.started(ada, playable.laptop());
        open();

        click("Delete");
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("header")).isEqualTo("Delete “Mine”?");
        assertThat(sessions.find(ada, run)).isPresent();
        ComponentUtil.fireEvent(
                _get(ConfirmDialog.class), new ConfirmDialog.ConfirmEvent(_get(ConfirmDialog.class), true));

        assertThat(sessions.find(ada, run)).isEmpty();
        assertThat(text()).contains("You have not started a wizard yet");
    }

    @Test
    void aWizardSessionIsRenamed() {
        WizardSessionId run = playable.started(ada, playable.laptop());
        open();

        click("Rename");
        TextField name = _get(TextField.class, spec -> spec.withLabel("Name"));
        _setValue(name, "x".repeat(201));
        _click(_find(Button.class).getLast());
        assertThat(name.isInvalid()).isTrue();
        _setValue(name, "שולחן 🎉");
        _click(_find(Button.class).getLast());

        assertThat(sessions.find(ada, run).orElseThrow().session().name()).isEqualTo("שולחן 🎉");
        assertThat(rows().getFirst()).contains("שולחן 🎉");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void theListIsFilteredAndSearched() {
        Wizard laptop = playable.laptop();
        playable.started(ada, laptop);
        playable.completedLaptop(ada, laptop);
        open();

        _setValue(
                (Select<Optional<WizardSessionStatus>>) _get(Select.class, spec -> spec.withLabel("Status")),
                Optional.of(WizardSessionStatus.COMPLETED));
        assertThat(rows()).hasSize(1);
        _setValue(_get(TextField.class, spec -> spec.withLabel("Search")), "nothing like it");

        assertThat(rows()).isEmpty();
        assertThat(text()).contains("Nothing fits this filter");
    }

    @Test
    void longListsComePageByPage() {
        Wizard laptop = playable.laptop();
        for (int index = 0; index < 27; index++) {
            playable.started(ada, laptop);
        }
        open();
        assertThat(rows()).hasSize(25);

        click("Show more");

        assertThat(rows()).hasSize(27).doesNotContain("");
        assertThat(sessions.list(ada, OwnFilter.ALL, null, 100))
                .extracting(OwnWizardSession::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsDoneInAnotherTabShowsAndTheOtherRowsStay() {
        Wizard laptop = playable.laptop();
        playable.started(ada, laptop);
        WizardSessionId walked = playable.started(ada, laptop);
        WizardSessionId deleted = playable.started(ada, laptop);
        open();
        assertThat(rows()).hasSize(3);
        NativeTableRow untouched = _find(NativeTableRow.class).getLast();

        playable.next(ada, walked, "model", "{\"size\": \"small\"}");
        hears(() -> rows().get(1).contains("25 %"));
        assertThat(_find(NativeTableRow.class).getLast()).isSameAs(untouched);

        sessions.delete(ada, deleted);
        hears(() -> rows().size() == 2);

        playable.started(ada, laptop);
        hears(() -> rows().size() == 3);
    }

    @Test
    void whatOthersDoIsNotHeardOf() {
        Wizard laptop = playable.laptop();
        UserId bob = accounts.user();
        Set<String> heard = ConcurrentHashMap.newKeySet();
        try (LiveSubscription _ =
                        live.subscribe(WizardSessions.OWNED, ada.value(), change -> heard.add(change.toString()));
                LiveSubscription _ =
                        live.subscribe(WizardSessions.OWNED, bob.value(), change -> heard.add(bob.value()))) {
            playable.started(bob, laptop);
            projector.catchUp();

            await().until(() -> heard.contains(bob.value()));
            assertThat(heard).containsExactly(bob.value());
        }
    }

    private void hears(BooleanSupplier there) {
        projector.catchUp();
        pages.hears(there);
    }

    private void open() {
        pages.openAs(ada, Role.USER);
        UI.getCurrent().navigate("sessions");
    }

    private static List<String> rows() {
        return _find(NativeTableRow.class).stream()
                .skip(1)
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    private static void click(String button) {
        _click(_find(Button.class, spec -> spec.withText(button)).getFirst());
    }

    private static String text() {
        return _get(SessionsView.class).getElement().getTextRecursively();
    }
}

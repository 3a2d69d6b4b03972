package dev.gangway.wizard.overview.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.gangway.GangwayTest;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.StepData;
import dev.gangway.wizard.Direction;
import dev.gangway.wizard.OverviewColumn;
import dev.gangway.wizard.OverviewProjector;
import dev.gangway.wizard.OverviewSort;
import dev.gangway.wizard.WizardSessionOverview;
import dev.gangway.wizard.WizardSessionStatus;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GangwayTest
class AllSessionsViewTest {

    @Autowired
    private Pages pages;

    @Autowired
    private Accounts accounts;

    @Autowired
    private StepData stepData;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private OverviewProjector projector;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Ids ids;

    private String mark = "";
    private UserId admin = new UserId("nobody");
    private UserId ada = admin;
    private UserId bob = admin;

    @BeforeEach
    void peopleUnderWay() {
        mark = "m" + ids.next().toString().substring(24);
        admin = made(mark + "-boss", Role.ADMIN);
        ada = made(mark + "-ada", Role.USER);
        bob = made(mark + "-bob", Role.USER);
        stepData.walkTo(ada, OnboardingStep.RESEARCH);
        stepData.walkTo(bob, OnboardingStep.SUMMARY);
        onboardings.finish(bob);
        projector.catchUp();
        pages.openAs(admin, Role.ADMIN);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void theAddressFiltersAndSorts() {
        open("&sort=account");
        assertThat(accountsShown()).containsExactly(mark + "-ada", mark + "-bob");
        assertThat(texts()).contains("2 wizard sessions");

        open("&sort=-account");
        assertThat(accountsShown()).containsExactly(mark + "-bob", mark + "-ada");

        open("&status=completed&duration=under_5_minutes&progress=done&step=summary");
        assertThat(accountsShown()).containsExactly(mark + "-bob");

        open("&status=no_such_status&started_from=yesterday&session=1&sort=nothing");
        assertThat(accountsShown()).hasSize(2);

        open("&started_to=2001-01-01");
        assertThat(accountsShown()).isEmpty();
        assertThat(texts()).anyMatch(text -> text.startsWith("No wizard session matches"));
    }

    @Test
    void cardsAreSortedByAChoiceSinceTheyHaveNoColumnsToPress() {
        open("&sort=account");
        SortChoice choice = _get(SortChoice.class);
        assertThat(choice.getValue()).isEqualTo(new OverviewSort(OverviewColumn.ACCOUNT, Direction.ASCENDING));

        _setValue(choice, new OverviewSort(OverviewColumn.ACCOUNT, Direction.DESCENDING));

        assertThat(accountsShown()).containsExactly(mark + "-bob", mark + "-ada");
    }

    @Test
    void itIsSaidThatDetailsAreOpenAndNoMoreOnceTheyAreClosed() {
        String id = rowOf(ada);
        open("&sort=account&session=" + id);
        assertThat(said()).contains("Details of Onboarding are open");

        _click(_get(Button.class, spec -> spec.withText("Close details")));

        assertThat(said()).doesNotContain("Details of Onboarding are open");
        assertThat(_find(InspectionPanel.class)).isEmpty();
    }

    @Test
    void whatIsTypedAndChosenNarrowsTheGrid() {
        UI.getCurrent().navigate("admin/sessions");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Search")), mark);
        assertThat(accountsShown()).hasSize(2);

        choose("Status", WizardSessionStatus.IN_PROGRESS);
        assertThat(accountsShown()).containsExactly(mark + "-ada");
        assertThat(texts()).contains("One wizard session");
    }

    @Test
    void aSelectionShowsItsStepsAndAnswersWithSecretsMaskedAndIsOnRecord() {
        open("&sort=account");
        assertThat(_find(InspectionPanel.class)).isEmpty();

        String id = row(0).id().value().toString();
        open("&sort=account&session=" + id);

        InspectionPanel details = _get(InspectionPanel.class);
        assertThat(_get(details, H2.class).getText()).isEqualTo("Onboarding");
        String answers = String.join(
                "\n",
                _find(details, DescriptionList.class).stream()
                        .map(list -> list.getElement().getTextRecursively())
                        .toList());
        assertThat(answers).contains("Crafts").contains("••••").doesNotContain(StepData.OPENAI_KEY);
        AuditEntry entry = trail.page(AuditFilter.ALL, null, 50).stream()
                .filter(each -> each.action().equals("wizard_session.read"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.user()).isNotNull();
        assertThat(entry.details())
                .hasEntrySatisfying(
                        "wizard_session", read -> assertThat(read.asString()).isEqualTo(id));
    }

    @Test
    void anothersNextShowsInItsRowAndInTheDetailsWithoutLosingTheSelection() {
        String id = rowOf(ada);
        open("&sort=account&session=" + id);
        assertThat(row(0).currentStep()).isEqualTo("research");

        stepData.complete(ada, OnboardingStep.RESEARCH);
        projector.catchUp();

        pages.hears(() -> row(0).currentStep().equals("persona"));
        assertThat(_get(OverviewGrid.class).selected().orElseThrow().value()).hasToString(id);
        assertThat(_get(InspectionPanel.class).getElement().getTextRecursively())
                .contains("Research depth");
    }

    private String rowOf(UserId person) {
        open("&sort=account");
        return GridKt._findAll(_get(OverviewGrid.class)).stream()
                .filter(row -> row.userId().equals(person))
                .findAny()
                .orElseThrow()
                .id()
                .value()
                .toString();
    }

    private void open(String more) {
        UI.getCurrent().navigate("admin/sessions", QueryParameters.fromString("q=" + mark + more));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> void choose(String label, T value) {
        _setValue(
                (MultiSelectComboBox<T>) _get(MultiSelectComboBox.class, spec -> spec.withLabel(label)), Set.of(value));
    }

    private static List<String> accountsShown() {
        return _find(OverviewGrid.class).stream()
                .flatMap(grid -> GridKt._findAll(grid).stream())
                .map(WizardSessionOverview::accountName)
                .toList();
    }

    private static WizardSessionOverview row(int number) {
        return GridKt._get(_get(OverviewGrid.class), number);
    }

    private static List<String> texts() {
        return _find(Paragraph.class).stream().map(Paragraph::getText).toList();
    }

    private static List<String> said() {
        return _find(Span.class).stream().map(Span::getText).toList();
    }

    private UserId made(String name, Role role) {
        return ((AccountOutcome.Saved) accounts.create(NewAccount.named(name, role)))
                .account()
                .id();
    }
}

package dev.gangway.wizard.statistics.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import dev.gangway.base.ui.chart.Chart;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.StepData;
import dev.gangway.wizard.OverviewProjector;
import dev.gangway.wizard.PlayableWizards;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.Submission;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.statistics.ui.StatisticsChoice.Usual;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GangwayTest
class StatisticsViewTest {

    @Autowired
    private Pages pages;

    @Autowired
    private PlayableWizards playable;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private StepData stepData;

    @Autowired
    private OverviewProjector projector;

    @Autowired
    private Clock clock;

    private Wizard laptop;

    /** Three of a wizard: one done, one stopped by a field of the first step, one that skipped the second. */
    @BeforeEach
    void someoneStops() {
        laptop = playable.laptop();
        playable.completedLaptop(accounts.user(), laptop);
        UserId bob = accounts.user();
        WizardSessionId stopped = playable.started(bob, laptop);
        for (int i = 0; i < 2; i++) {
            assertThat(sessions.next(
                            bob, stopped, "model", Submission.of(PlayableWizards.answers("{\"size\": \"huge\"}"))))
                    .containsInstanceOf(StepOutcome.Invalid.class);
        }
        UserId eve = accounts.user();
        WizardSessionId going = playable.started(eve, laptop);
        playable.next(eve, going, "model", "{\"size\": \"small\"}");
        assertThat(sessions.skip(eve, going, "extras")).containsInstanceOf(StepOutcome.Advanced.class);
        pages.openAs(accounts.user(), Role.ADMIN);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void everyFigureIsThereAndLeadsToAsManyRows() {
        open("wizard=" + laptop.id());

        assertThat(_find(Chart.class)).hasSize(3);
        assertThat(_find(H2.class).stream().map(H2::getText))
                .containsExactly("Wizard sessions a day", "Step by step", "What people are told to mend");
        assertThat(texts(_get(KeyFigures.class)))
                .contains("Started 3", "Completed 1", "Completion rate 33.3%", "In progress 2", "Abandoned 0");
        assertThat(cells("Step by step"))
                .containsSequence("Model", "3", "2", "0", "1", "33.3%")
                .containsSequence("Extras", "2", "1", "1", "0", "0%")
                .containsSequence("Delivery", "2", "1", "0", "1", "50%")
                .containsSequence("Approval", "1", "1", "0", "0", "0%");
        assertThat(cells("What people are told to mend")).containsExactly("Model", "Size", "2", "1", "1");

        Map<String, String> counted = links(link -> true);
        assertThat(counted).hasSizeGreaterThan(10);
        assertThat(counted.keySet()).anyMatch(address -> address.contains("mark=refused"));
        everyLinkLeadsToAsMany(counted);
    }

    @Test
    void sharesAndTimesLeadToTheRowsThatTheyAreAbout() {
        open("wizard=" + laptop.id());
        for (String name : List.of("Completion rate", "Median time", "90th percentile time")) {
            open("wizard=" + laptop.id());
            everyLinkLeadsToAsMany(Map.of(link(name), "1"));
        }
    }

    @Test
    void theFiguresOfAllWizardsTogetherLeadToAsManyRows() {
        open("from=" + today() + "&to=" + today());
        Map<String, String> counted = links(link -> !link.getHref().contains("wizard=")
                || link.getHref().contains(laptop.id().toString()));

        assertThat(counted).hasSizeGreaterThan(4);
        assertThat(counted.keySet())
                .anyMatch(address -> address.contains(laptop.id().toString()))
                .anyMatch(address -> !address.contains("wizard="));
        everyLinkLeadsToAsMany(counted);
    }

    /** The addresses of the figures that are counts. */
    private static Map<String, String> links(Predicate<Anchor> which) {
        Map<String, String> links = new LinkedHashMap<>();
        _find(Anchor.class).stream()
                .filter(link -> link.getHref().startsWith("admin/sessions")
                        && link.getText().matches("[\\d,]+"))
                .filter(which)
                .forEach(link -> links.put(link.getHref(), link.getText()));
        return links;
    }

    private static String link(String figure) {
        return _find(Term.class).stream()
                .filter(term -> term.getText().equals(figure))
                .map(term -> term.getParent().orElseThrow())
                .flatMap(both -> _find(both, Anchor.class).stream())
                .map(Anchor::getHref)
                .findFirst()
                .orElseThrow();
    }

    private static void everyLinkLeadsToAsMany(Map<String, String> counted) {
        counted.forEach((address, number) -> {
            follow(address);
            assertThat(_find(Paragraph.class).stream().map(Paragraph::getText))
                    .as(address)
                    .anyMatch(text -> text.equals(number + " wizard sessions")
                            || (number.equals("1") && text.equals("One wizard session")));
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Test
    void allWizardsStandBesideEachOtherAndLeadToTheirOwnStatistics() {
        stepData.walkTo(accounts.user(), OnboardingStep.RESEARCH);
        open("");

        Anchor own = _find(Anchor.class).stream()
                .filter(link -> link.getText().equals(laptop.name()))
                .findFirst()
                .orElseThrow();
        assertThat(_find(Anchor.class).stream().map(Anchor::getText)).contains("Onboarding");
        follow(own.getHref());

        assertThat(_find(H2.class).stream().map(H2::getText)).contains("Step by step");
        assertThat(texts(_get(KeyFigures.class))).contains("Started 3");
    }

    @Test
    void whatSomebodyDoesIsCountedOnTheOpenPageAndTablesStayOpen() {
        open("wizard=" + laptop.id());
        _get(Details.class).setOpened(true);

        playable.completedLaptop(accounts.user(), laptop);
        projector.catchUp();

        pages.hears(() -> texts(_get(KeyFigures.class)).contains("Started 4"));
        assertThat(texts(_get(KeyFigures.class))).contains("Completed 2");
        assertThat(cells("Step by step")).containsSequence("Model", "4", "3", "0", "1", "25%");
        assertThat(_get(Details.class).isOpened()).isTrue();
    }

    @Test
    void aPeriodWithoutAnythingSaysWhatToDo() {
        open("wizard=" + laptop.id() + "&from=2001-01-01&to=2001-01-31");

        assertThat(_find(KeyFigures.class)).isEmpty();
        assertThat(_find(Paragraph.class).stream().map(Paragraph::getText))
                .anyMatch(text -> text.startsWith("Nothing was started in this period"));

        _setValue(usual(), Usual.EVERYTHING);

        assertThat(texts(_get(KeyFigures.class))).contains("Started 3");
        assertThat(usual().getValue()).isEqualTo(Usual.EVERYTHING);

        _setValue(_get(DatePicker.class, spec -> spec.withLabel("To")), LocalDate.parse("2002-01-01"));
        _setValue(_get(DatePicker.class, spec -> spec.withLabel("From")), LocalDate.parse("2001-12-01"));
        assertThat(_find(KeyFigures.class)).isEmpty();
        assertThat(usual().getValue()).isEqualTo(Usual.CHOSEN);
    }

    @Test
    void whatAnAddressSaysWronglyIsPassedOver() {
        open("wizard=laptop&from=yesterday&to=9999-99-99");

        assertThat(usual().getValue()).isEqualTo(Usual.MONTH);
        assertThat(_find(H2.class).stream().map(H2::getText)).contains("Wizards");
    }

    @Test
    void aLongPeriodIsShownByMonth() {
        open("wizard=" + laptop.id() + "&from=2024-01-01");

        assertThat(_find(H2.class).stream().map(H2::getText)).contains("Wizard sessions a month");
        assertThat(cells("Wizard sessions a month").size() / 4).isGreaterThan(20);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Select<Usual> usual() {
        return (Select<Usual>) _get(Select.class, spec -> spec.withLabel("Period"));
    }

    private static List<String> texts(KeyFigures figures) {
        return figures.getElement()
                .getChildren()
                .map(both -> both.getChild(0).getTextRecursively() + " "
                        + both.getChild(1).getTextRecursively())
                .toList();
    }

    private static List<String> cells(String title) {
        Component section = _find(Section.class).stream()
                .filter(each -> _get(each, H2.class).getText().equals(title))
                .findFirst()
                .orElseThrow();
        return _find(section, NativeTableCell.class).stream()
                .map(cell -> cell.getElement().getTextRecursively())
                .toList();
    }

    private static void follow(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(Objects.toString(parts[1], "")));
    }

    private static void open(String query) {
        UI.getCurrent().navigate("admin/statistics", QueryParameters.fromString(query));
    }
}

package dev.gangway.wizard.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.gangway.base.Texts;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.live.LiveChanges;
import dev.gangway.live.ui.Following;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.Wizards;
import dev.gangway.wizard.overview.OverviewTopics;
import dev.gangway.wizard.statistics.OverallFigures;
import dev.gangway.wizard.statistics.Period;
import dev.gangway.wizard.statistics.WizardFigures;
import dev.gangway.wizard.statistics.WizardStatistics;
import dev.gangway.wizard.statistics.ui.StatisticsChoice.Choice;
import dev.gangway.wizard.ui.BuiltInWizard;
import dev.gangway.wizard.ui.Words;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the wizard sessions of everybody come to, as it is now: of all wizards, or of one with its steps and fields. */
@Route(StatisticsView.ADDRESS)
@Menu(title = "menu.statistics", icon = "chart", order = 55)
@RolesAllowed(Role.ADMIN_NAME)
public class StatisticsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "admin/statistics";

    /** Counting among ten million rows takes up to a second, and whoever reads figures wants them to stand still. */
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final transient WizardStatistics statistics;
    private final transient FigureWords words;
    private final LocalDate today;
    private final StatisticsChoice choice;
    private final FigureParts figures = new FigureParts();
    private StatisticsAddress shown;

    StatisticsView(
            WizardStatistics statistics,
            Wizards wizards,
            LiveChanges live,
            List<BuiltInWizard> builtIn,
            Texts texts,
            Clock clock) {
        this.statistics = statistics;
        this.words = new FigureWords(new Words(texts, getLocale()), builtIn);
        this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        choice = new StatisticsChoice(words, choices(wizards.all()), today, this::everything, this::choose);
        addClassNames("page", "wide", "statistics");
        Div head = new Div(new H1(getTranslation("menu.statistics")), new Paragraph(words.of("lead")));
        head.addClassName("page-head");
        add(head, choice, figures);
        shown = new StatisticsAddress(null, Period.upTo(today, 1));
        new Following(this, live, OverviewTopics.CHANGED, BETWEEN, change -> read());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(StatisticsAddress.of(event.getLocation().getQueryParameters(), today));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("menu.statistics"));
    }

    private List<Choice> choices(List<Wizard> all) {
        return all.stream()
                .filter(wizard -> wizard.version() != null)
                .map(wizard -> new Choice(wizard.id(), words.wizard(wizard)))
                .sorted((one, other) -> one.label().compareToIgnoreCase(other.label()))
                .toList();
    }

    private Period everything() {
        Period all = statistics.everything().orElse(Period.upTo(today, 1));
        return StatisticsAddress.bounded(new Period(all.from(), all.to().isAfter(today) ? all.to() : today));
    }

    /** The address says what the page shows, so that it can be sent to somebody and come back to. */
    private void choose(StatisticsAddress address) {
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(ADDRESS, address.parameters()));
        show(address);
    }

    private void show(StatisticsAddress address) {
        shown = address;
        read();
        choice.show(shown);
    }

    /** Shows what was chosen as it is now; a wizard that is none leads to all of them. */
    private void read() {
        UUID wizard = shown.wizard();
        Period period = shown.period();
        Optional<WizardFigures> ofOne = wizard == null ? Optional.empty() : statistics.of(wizard, period);
        if (wizard != null && ofOne.isPresent()) {
            figures.show(List.of(shown, ofOne.get()), () -> parts(wizard, period, ofOne.get()));
        } else {
            shown = new StatisticsAddress(null, period);
            OverallFigures all = statistics.overall(period);
            figures.show(List.of(shown, all), () -> parts(period, all));
        }
    }

    private List<Component> parts(UUID wizard, Period period, WizardFigures found) {
        if (found.counts().started() == 0) {
            return List.of(none());
        }
        SessionLinks links = SessionLinks.of(wizard, period);
        StepsSections steps = new StepsSections(words, links, wizard, found);
        return List.of(
                new KeyFigures(words, links, found.counts()),
                new DaysSection(words, wizard, found.perDay()).section(),
                steps.funnel(),
                steps.fields());
    }

    private List<Component> parts(Period period, OverallFigures found) {
        if (found.counts().started() == 0) {
            return List.of(none());
        }
        return List.of(
                new KeyFigures(words, SessionLinks.of(null, period), found.counts()),
                new DaysSection(words, null, found.perDay()).section(),
                new WizardsSection(words, period, found.wizards()).section());
    }

    private Paragraph none() {
        Paragraph none = new Paragraph(words.of(statistics.everything().isEmpty() ? "none.ever" : "none"));
        none.addClassNames("card", "quiet");
        return none;
    }
}

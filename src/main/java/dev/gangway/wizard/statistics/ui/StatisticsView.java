package dev.gangway.wizard.statistics.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.chart.Chart;
import dev.gangway.base.ui.chart.ChartData;
import dev.gangway.base.ui.chart.ChartData.Series;
import dev.gangway.base.ui.chart.ChartData.Tone;
import dev.gangway.wizard.statistics.DayCount;
import dev.gangway.wizard.statistics.WizardStatistics;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What the wizard sessions of everybody come to. */
@Route("admin/statistics")
@Menu(title = "menu.statistics", icon = "chart", order = 55)
@RolesAllowed(Role.ADMIN_NAME)
public class StatisticsView extends Div implements HasDynamicTitle {

    private static final int DAYS = 30;

    StatisticsView(WizardStatistics statistics, Clock clock) {
        addClassNames("page", "wide");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<DayCount> days = statistics.perDay(today.minusDays(DAYS - 1), today);
        Chart chart = new Chart(getTranslation("statistics.per_day"));
        DateTimeFormatter written = DateTimeFormatter.ofPattern("d MMM", getLocale());
        chart.show(new ChartData.Bars(
                days.stream().map(day -> written.format(day.day())).toList(),
                List.of(
                        new Series(
                                getTranslation("statistics.started"),
                                Tone.SECOND,
                                days.stream().map(DayCount::started).toList()),
                        new Series(
                                getTranslation("statistics.completed"),
                                Tone.MAIN,
                                days.stream().map(DayCount::completed).toList())),
                List.of()));
        Div head = new Div(new H1(getTranslation("menu.statistics")));
        head.addClassName("page-head");
        add(head, chart);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.statistics") + " · Gangway";
    }
}

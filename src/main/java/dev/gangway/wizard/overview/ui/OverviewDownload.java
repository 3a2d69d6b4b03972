package dev.gangway.wizard.overview.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.Icon;
import dev.gangway.base.ui.Toast;
import dev.gangway.wizard.OverviewQuery;
import dev.gangway.wizard.overview.OverviewCsv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands out the rows that the grid shows now, as they come from the database. */
class OverviewDownload extends Anchor {

    private static final Logger LOG = LoggerFactory.getLogger(OverviewDownload.class);

    OverviewDownload(OverviewCsv csv, UserId administrator, Clock clock, Supplier<OverviewQuery> query) {
        DownloadHandler handler = event -> write(event, csv, administrator, clock, query.get());
        setHref(handler);
        setDownload(true);
        add(new Icon("download"), new Span(getTranslation("overview.export")));
        addClassName("link-button");
    }

    private static void write(
            DownloadEvent event, OverviewCsv csv, UserId administrator, Clock clock, OverviewQuery query) {
        event.setContentType("text/csv; charset=utf-8");
        event.setFileName("wizard-sessions-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".csv");
        event.getResponse().setHeader("Cache-Control", "no-store");
        try {
            if (!csv.write(administrator, query, event.getOutputStream())) {
                refuse(event);
            }
        } catch (UncheckedIOException left) {
            LOG.debug("Whoever took the rows along has stopped reading", left);
        }
    }

    /** The browser says only that a download has failed; the page says why. */
    private static void refuse(DownloadEvent event) {
        event.getResponse().setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        event.getResponse().setHeader("Retry-After", "60");
        UI ui = event.getUI();
        var _ = ui.access(() -> Toast.error(ui.getTranslation("overview.export.busy", OverviewCsv.MOST_AT_ONCE)));
    }
}

package dev.gangway.training.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Polling;
import dev.gangway.base.ui.Toast;
import dev.gangway.training.SyncReport;
import dev.gangway.training.SyncRun;
import java.time.Duration;

/** Synchronising everything: begun here, followed with a bar, ended with Cancel; it goes on without the page. */
class SyncAllPanel extends Div {

    private static final Duration LIVE = Duration.ofMillis(500);
    private static final double ALL = 100;
    private static final String STAGE = "sync-all-stage";

    private final transient PurchaseServices services;
    private final transient TrainingWords words = TrainingWords.of(this);
    private final ActionButton start;
    private final Div work = new Div();
    private final Paragraph stage = new Paragraph();
    private final ProgressBar bar = new ProgressBar(0, ALL);
    private final Button cancel;
    private final Div outcome = new Div();
    private final Polling polling = new Polling(this, LIVE, this::follow);

    /**
     * @param others what stands beside the button
     */
    SyncAllPanel(PurchaseServices services, Component... others) {
        this.services = services;
        addClassName("office-tools");
        start = new ActionButton(words.of("purchases.sync_all"), words.of("account.working"), click -> start());
        stage.setId(STAGE);
        stage.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-labelledby", STAGE);
        cancel = new Button(words.of("purchases.cancel"), click -> {
            services.runs().cancel();
            follow();
        });
        Div head = new Div(stage, cancel);
        head.addClassName("analysis-head");
        Paragraph alone = new Paragraph(words.of("purchases.sync_all.alone"));
        alone.addClassName("quiet");
        work.add(head, bar, alone);
        work.addClassNames("card", "analysis");
        Div tools = new Div(others);
        tools.add(start);
        tools.addClassName("row");
        add(tools, work, outcome);
        work.setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        services.runs().latest().filter(SyncRun::isAtWork).ifPresent(run -> {
            show(run);
            polling.start();
        });
    }

    private void start() {
        if (!services.runs().start(services.caller().get().userId())) {
            Toast.error(words.of("purchases.sync_all.at_work"));
        }
        outcome.removeAll();
        polling.start();
        follow();
    }

    private void follow() {
        services.runs().latest().ifPresent(run -> {
            show(run);
            if (!run.isAtWork()) {
                polling.stop();
                outcome.removeAll();
                outcome.add(ended(run));
            }
        });
    }

    private void show(SyncRun run) {
        work.setVisible(run.isAtWork());
        start.setEnabled(!run.isAtWork());
        cancel.setEnabled(run.state() == SyncRun.State.RUNNING);
        bar.setIndeterminate(run.total() <= 0);
        if (run.total() > 0) {
            bar.setValue(Math.min(ALL - 1, ALL * run.done() / run.total()));
            stage.setText(words.of("purchases.sync_all.progress", run.done(), run.total()));
        } else {
            stage.setText(words.of("purchases.sync_all.looking"));
        }
    }

    private Component ended(SyncRun run) {
        SyncReport report = run.report();
        if (report == null) {
            return new Notice(
                    Notice.Kind.ERROR,
                    words.of("purchases.sync_all.failed"),
                    new Paragraph(words.of("purchases.sync_all.failed.do")));
        }
        return new SyncNotice(report, run.state() == SyncRun.State.CANCELLED, words);
    }
}

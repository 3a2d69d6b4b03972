package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Focus;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Polling;
import dev.gangway.onboarding.AnalysisStart;
import dev.gangway.onboarding.WebsiteAnalysis;
import dev.gangway.wizard.ui.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Starts the reading of the website and shows how it goes: live progress, what was measured, or why it failed. */
class AnalysisPanel extends Div {

    private static final Duration LIVE = Duration.ofMillis(500);

    private final Words words;
    private final SiteAnalysis site;
    private final Supplier<String> address;
    private final Consumer<List<FieldProblem>> problems;
    private final Consumer<WebsiteAnalysis.Result> proposals;
    private final ActionButton analyze;
    private final Div outcome = new Div();
    private final Polling polling;
    private final ProgressBar bar = new ProgressBar(0, 100);
    private final Paragraph stage = new Paragraph();
    private final Button cancel;

    AnalysisPanel(
            Words words,
            SiteAnalysis site,
            Supplier<String> address,
            Consumer<List<FieldProblem>> problems,
            Consumer<WebsiteAnalysis.Result> proposals) {
        this.words = words;
        this.site = site;
        this.address = address;
        this.problems = problems;
        this.proposals = proposals;
        addClassName("analysis");
        polling = new Polling(this, LIVE, this::refresh);
        analyze = new ActionButton(
                words.of("step.website.analyze"), words.of("step.website.analyze.busy"), click -> start());
        cancel = new Button(words.of("step.website.analysis.cancel"), click -> {
            site.cancel();
            refresh();
        });
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        Span hint = new Span(words.of("step.website.analysis.idle"));
        hint.addClassName("quiet");
        Div row = new Div(analyze, hint);
        row.addClassName("row");
        stage.setId("analysis-stage");
        stage.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-labelledby", "analysis-stage");
        outcome.addClassName("analysis-outcome");
        add(row, outcome);
    }

    /**
     * Shows how the reading stands.
     *
     * @param isFresh whether the step was never saved, so that proposals may still fill what is empty
     */
    void open(boolean isFresh) {
        Optional<WebsiteAnalysis> analysis = site.find();
        analysis.ifPresent(this::show);
        if (isFresh) {
            analysis.map(WebsiteAnalysis::result).ifPresent(proposals);
        }
    }

    private void start() {
        switch (site.start(address.get())) {
            case AnalysisStart.Staged() -> {
                problems.accept(List.of());
                refresh();
                Focus.leadToIfLost(cancel);
            }
            case AnalysisStart.Invalid(List<FieldProblem> wrong) -> refuse(wrong);
            case AnalysisStart.NoAddress() -> refuse(List.of(FieldProblem.of("website_url", "website.url.missing")));
            case AnalysisStart.NotOpen() -> refuse(List.of(FieldProblem.of("website_url", "wizard.not_open")));
        }
    }

    /** What was found out about another address goes, so that the page says one thing. */
    private void refuse(List<FieldProblem> wrong) {
        outcome.removeAll();
        problems.accept(wrong);
    }

    private void refresh() {
        boolean wasRunning = bar.getParent().isPresent();
        site.find().ifPresent(analysis -> {
            show(analysis);
            if (wasRunning && bar.getParent().isEmpty()) {
                Focus.leadToIfLost(analyze);
            }
            WebsiteAnalysis.Result result = analysis.result();
            if (wasRunning && result != null) {
                proposals.accept(result);
            }
        });
    }

    private void show(WebsiteAnalysis analysis) {
        boolean isRunning = analysis.status() == WebsiteAnalysis.Status.IN_PROGRESS;
        analyze.rename(words.of("step.website.analyze.again"));
        analyze.setVisible(!isRunning);
        if (isRunning) {
            progress(analysis);
            polling.start();
            return;
        }
        polling.stop();
        outcome.removeAll();
        WebsiteAnalysis.Result result = analysis.result();
        if (result != null) {
            outcome.add(new SiteFigures(result.measurement(), words));
        } else if (analysis.error() != null) {
            outcome.add(failure(analysis.url(), words.of(analysis.error())));
        }
    }

    private void progress(WebsiteAnalysis analysis) {
        if (bar.getParent().isEmpty()) {
            Div head = new Div(stage, cancel);
            head.addClassName("analysis-head");
            outcome.removeAll();
            outcome.add(head, bar);
        }
        bar.setValue(analysis.progress());
        String doing = analysis.stage() == null
                ? words.of("step.website.analysis.progress", analysis.url())
                : words.of(analysis.stage());
        stage.setText(doing + " · " + analysis.progress() + " %");
    }

    private Notice failure(String url, String why) {
        return new Notice(
                Notice.Kind.WARNING,
                words.of("step.website.analysis.failed", url),
                new Paragraph(why),
                new Paragraph(words.of("step.website.analysis.failed.text")));
    }
}

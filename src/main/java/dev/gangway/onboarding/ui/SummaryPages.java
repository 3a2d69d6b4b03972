package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.Moments;
import dev.gangway.base.ui.Notice;
import dev.gangway.onboarding.OnboardingStatus;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.wizard.FinishOutcome;
import dev.gangway.wizard.ui.StatusLine;
import dev.gangway.wizard.ui.StepBar;
import dev.gangway.wizard.ui.StepPage;
import dev.gangway.wizard.ui.Words;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the page of step 6: the summary, and Finish as long as the onboarding is not completed. */
@Component
class SummaryPages {

    private static final Logger LOG = LoggerFactory.getLogger(SummaryPages.class);

    private final Onboardings onboardings;
    private final OnboardingForms forms;
    private final CurrentCaller caller;

    SummaryPages(Onboardings onboardings, OnboardingForms forms, CurrentCaller caller) {
        this.onboardings = onboardings;
        this.forms = forms;
        this.caller = caller;
    }

    /**
     * The page for the caller.
     *
     * @param count which step of how many
     * @param finished called when the onboarding was completed from here
     */
    StepPage page(String count, OnboardingStatus status, Runnable finished) {
        Words words = forms.words(UI.getCurrent().getLocale());
        SummaryPanel panel =
                new SummaryPanel(words, () -> onboardings.summary(caller.get().userId()));
        StepPage page = new StepPage(
                status.completed() ? words.of("summary.completed.count") : count,
                words.of(OnboardingStep.SUMMARY.titleKey()),
                words.of(status.completed() ? "summary.completed.lead" : "onboarding.step.summary.lead"));
        page.add(panel);
        if (status.completed()) {
            completed(page, words, status.completedAt());
        } else {
            StatusLine line = new StatusLine();
            page.add(new StepBar(line)
                    .back(SummaryPages::back)
                    .submit(
                            words.of("wizard.finish"),
                            words.of("wizard.finish.busy"),
                            () -> finish(line, words, finished)));
        }
        return page;
    }

    private static void back() {
        OnboardingStep before = OnboardingStep.SUMMARY.previous().orElseThrow();
        UI.getCurrent().navigate(OnboardingView.address(before));
    }

    private static void completed(StepPage page, Words words, @Nullable Instant at) {
        String when = at == null ? "" : Moments.at(UI.getCurrent()).dateAndTime(at);
        page.notice(new Notice(
                Notice.Kind.SUCCESS,
                words.of("summary.completed", when),
                new Anchor(SettingsView.ADDRESS, words.of("summary.completed.settings"))));
    }

    private void finish(StatusLine line, Words words, Runnable finished) {
        try {
            switch (onboardings.finish(caller.get().userId())) {
                case FinishOutcome.Finished done -> finished.run();
                case FinishOutcome.AlreadyCompleted() -> finished.run();
                case FinishOutcome.Missing(List<String> steps) ->
                    line.fails(words.of("summary.missing", titles(steps, words)));
                case FinishOutcome.Expired() -> line.fails(words.of("wizard.expired"));
                case FinishOutcome.NotStarted() ->
                    line.fails(words.of("summary.missing", titles(List.of(OnboardingStep.API_KEYS.key()), words)));
            }
        } catch (RuntimeException failure) {
            LOG.error("The onboarding could not be completed", failure);
            line.fails(words.of("wizard.not_saved"));
        }
    }

    private static String titles(List<String> steps, Words words) {
        return steps.stream()
                .map(key -> OnboardingStep.of(key).orElseThrow())
                .map(step -> words.of(step.titleKey()))
                .collect(Collectors.joining(", "));
    }
}

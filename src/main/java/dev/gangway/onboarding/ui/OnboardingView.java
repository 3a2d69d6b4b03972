package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.gangway.base.UserId;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.MainMenu;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.base.ui.Toast;
import dev.gangway.live.LiveChanges;
import dev.gangway.live.ui.Following;
import dev.gangway.onboarding.OnboardingStatus;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.wizard.Progress;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.ui.ProgressStep;
import dev.gangway.wizard.ui.StatusLine;
import dev.gangway.wizard.ui.StepMoves;
import dev.gangway.wizard.ui.StepPage;
import dev.gangway.wizard.ui.WizardPanel;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The onboarding wizard: one address for each step, so that the browser's Back and Forward move between them.
 *
 * <p>A step that is not open leads to the furthest open one; after completion there is only the summary.
 */
@Route(OnboardingView.ADDRESS + "/:step?(api_keys|website|research|persona|first_declaration|summary)")
@Menu(title = "menu.onboarding", icon = "route", order = 10)
@RolesAllowed(Role.USER_NAME)
public class OnboardingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "onboarding";

    private static final List<OnboardingStep> STEPS = List.of(OnboardingStep.values());

    private final Onboardings onboardings;
    private final OnboardingForms forms;
    private final SummaryPages summaries;
    private final CurrentCaller caller;
    private final Clock clock;
    private final WizardPanel panel = new WizardPanel(getTranslation("onboarding.name"));
    private String title = "";
    private boolean celebrates;
    private boolean showsCompleted;
    private @Nullable OnboardingStep shown;
    private @Nullable UUID shownRun;

    OnboardingView(
            Onboardings onboardings,
            OnboardingForms forms,
            SummaryPages summaries,
            CurrentCaller caller,
            LiveChanges live,
            Clock clock) {
        this.onboardings = onboardings;
        this.forms = forms;
        this.summaries = summaries;
        this.caller = caller;
        this.clock = clock;
        add(panel);
        new Following(this, live, Onboardings.CHANGED, caller.get().userId().value(), change -> follow());
    }

    /** Something changed in another tab or on another device: moves on where this step is none to stay at. */
    private void follow() {
        if (shown == null) {
            return;
        }
        OnboardingStatus status = onboardings.status(caller.get().userId());
        if (status.completed() != showsCompleted || open(status, shown) != shown || isErased(status)) {
            Toast.success(getTranslation(
                    status.completed() ? "onboarding.elsewhere.finished" : "onboarding.elsewhere.changed"));
            go(shown);
        } else {
            showProgress(status, shown);
        }
    }

    /** Whether what is shown is of a wizard session that is not there any more. */
    private boolean isErased(OnboardingStatus status) {
        return shownRun != null && !shownRun.equals(status.sessionId());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        OnboardingStatus status = status();
        Optional<String> wanted = event.getRouteParameters().get("step");
        OnboardingStep open = open(status, wanted.flatMap(OnboardingStep::of).orElse(null));
        if (!wanted.equals(Optional.of(open.key()))) {
            event.forwardTo(address(open));
            return;
        }
        show(status, open);
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(title);
    }

    private OnboardingStatus status() {
        UserId userId = caller.get().userId();
        OnboardingStatus status = onboardings.status(userId);
        if (status.status().equals("abandoned")) {
            // Coming back is what brings an abandoned onboarding back.
            onboardings.start(userId);
            return onboardings.status(userId);
        }
        return status;
    }

    private static OnboardingStep open(OnboardingStatus status, @Nullable OnboardingStep wanted) {
        if (status.completed()) {
            return OnboardingStep.SUMMARY;
        }
        OnboardingStep furthest = OnboardingStep.of(status.currentStep()).orElseThrow();
        return wanted == null
                        || status.steps().get(wanted.number() - 1).status().equals("locked")
                ? furthest
                : wanted;
    }

    private void show(OnboardingStatus status, OnboardingStep open) {
        shown = open;
        showsCompleted = status.completed();
        title = getTranslation(open.titleKey());
        showProgress(status, open);
        StepPage page =
                open == OnboardingStep.SUMMARY ? summaries.page(count(open), status, this::finished) : page(open);
        if (celebrates) {
            celebrates = false;
            onboardings
                    .firstKblock(caller.get().userId())
                    .ifPresent(block -> page.notice(new Celebration(block, forms.words(getLocale()))));
        }
        panel.show(page);
    }

    private void finished() {
        show(status(), OnboardingStep.SUMMARY);
        getUI().ifPresent(MainMenu::refresh);
    }

    private StepPage page(OnboardingStep open) {
        StepPage page = new StepPage(count(open), title, getTranslation("onboarding.step." + open.key() + ".lead"));
        page.edit(
                forms.form(open, getLocale()),
                forms.walking(open),
                new StepMoves(
                        open.previous().map(before -> () -> go(before)),
                        open.required() ? Optional.empty() : Optional.of(line -> skip(open, line)),
                        getTranslation("wizard.next"),
                        getTranslation("wizard.next.busy"),
                        stored -> {
                            celebrates = open == OnboardingStep.FIRST_DECLARATION;
                            go(next(open));
                        }),
                clock);
        return page;
    }

    private void skip(OnboardingStep open, StatusLine line) {
        switch (onboardings.skip(caller.get().userId(), open)) {
            case StepOutcome.Advanced advanced -> go(next(open));
            case StepOutcome.AlreadyCompleted() -> go(OnboardingStep.SUMMARY);
            default -> line.fails(getTranslation("wizard.not_open"));
        }
    }

    private void go(OnboardingStep target) {
        getUI().ifPresent(ui -> ui.navigate(address(target)));
    }

    private String count(OnboardingStep open) {
        return getTranslation(open.required() ? "wizard.count" : "wizard.count.optional", open.number(), STEPS.size());
    }

    private void showProgress(OnboardingStatus status, OnboardingStep open) {
        shownRun = status.sessionId();
        List<ProgressStep> steps = status.steps().stream()
                .map(each -> new ProgressStep(
                        getTranslation(
                                OnboardingStep.of(each.name()).orElseThrow().titleKey()),
                        switch (each.status()) {
                            case "completed" -> ProgressStep.State.COMPLETED;
                            case "skipped" -> ProgressStep.State.SKIPPED;
                            case "current" -> ProgressStep.State.OPEN;
                            default -> ProgressStep.State.LOCKED;
                        },
                        each.name().equals(open.key()),
                        status.completed() ? "" : ADDRESS + "/" + each.name()))
                .toList();
        panel.progress(steps, Progress.whole(status.progressPercentage()));
    }

    private static OnboardingStep next(OnboardingStep open) {
        return STEPS.get(open.number());
    }

    static String address(OnboardingStep step) {
        return ADDRESS + "/" + step.key();
    }
}

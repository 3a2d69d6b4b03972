package dev.gangway.wizard.ui.player;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.gangway.base.Texts;
import dev.gangway.base.UserId;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.base.ui.Toast;
import dev.gangway.live.LiveChanges;
import dev.gangway.live.ui.Following;
import dev.gangway.wizard.FinishOutcome;
import dev.gangway.wizard.StepDefinition;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.WizardMoves;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionView;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.definition.AskedStep;
import dev.gangway.wizard.template.Origin;
import dev.gangway.wizard.template.SessionTemplates;
import dev.gangway.wizard.ui.DefinedForm;
import dev.gangway.wizard.ui.StatusLine;
import dev.gangway.wizard.ui.StepMoves;
import dev.gangway.wizard.ui.StepPage;
import dev.gangway.wizard.ui.StepSource;
import dev.gangway.wizard.ui.WizardPanel;
import dev.gangway.wizard.ui.Words;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a wizard: one address for each step, so that the browser's Back and Forward move between them.
 *
 * <p>A step that is not open leads to the one where the person is; a completed wizard session shows its answers as they are
 * stored. Another account's wizard session is a page that does not exist.
 */
@Route("wizards/run/:id/:step?")
@RolesAllowed(Role.USER_NAME)
public class PlayerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient WizardSessions sessions;
    private final transient PlayerSources sources;
    private final transient SessionTemplates templates;
    private final transient CurrentCaller caller;
    private final transient LiveChanges live;
    private final transient Words words;
    private final transient Clock clock;
    private @Nullable WizardSessionId shown;
    private int shownVersion;
    private boolean cameFromAnotherPage;
    private String shownStep = "";
    private WizardPanel panel = new WizardPanel("");
    private String title = "";

    PlayerView(
            WizardSessions sessions,
            PlayerSources sources,
            SessionTemplates templates,
            CurrentCaller caller,
            LiveChanges live,
            Texts texts,
            Clock clock) {
        this.sessions = sessions;
        this.live = live;
        this.sources = sources;
        this.templates = templates;
        this.caller = caller;
        this.clock = clock;
        words = new Words(texts, getLocale());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<WizardSessionView> found = id(event).flatMap(id -> sessions.open(userId(), id));
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        cameFromAnotherPage = event.getTrigger() != NavigationTrigger.PAGE_LOAD;
        WizardSessionView view = found.get();
        Optional<String> wanted = event.getRouteParameters().get("step");
        String address = address(view, wanted);
        if (!address.equals(event.getLocation().getPath())) {
            event.forwardTo(address);
            return;
        }
        show(view, wanted);
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(title);
    }

    private static String address(WizardSessionView view, Optional<String> wanted) {
        WizardSession run = view.session();
        if (view.builtIn()) {
            return WizardAddresses.ONBOARDING;
        }
        if (run.isCompleted() || run.isExpired()) {
            return WizardAddresses.run(run.id());
        }
        return WizardAddresses.step(
                run.id(),
                wanted.filter(run::isOpen).orElseGet(() -> run.currentStep().key()));
    }

    private void show(WizardSessionView view, Optional<String> wanted) {
        WizardSession run = view.session();
        boolean isOther = !run.id().equals(shown);
        if (isOther) {
            shown = run.id();
            panel = new WizardPanel(run.name());
            if (cameFromAnotherPage) {
                panel.entered();
            }
            var _ = new Following(
                    panel, live, WizardMoves.MOVED, run.id().value().toString(), change -> lookAgain());
            removeAll();
            add(panel);
        }
        boolean wasMoved = !isOther && shownVersion != run.wizard().version();
        shownVersion = run.wizard().version();
        shownStep = wanted.orElse("");
        panel.progress(PlayerSteps.of(view, wanted.orElse("")), PlayerSteps.percent(run));
        if (run.isCompleted()) {
            title = run.name();
            panel.show(new CompletedPage(view, words, new TemplateSaving(templates, caller, view, words)));
        } else if (run.isExpired()) {
            title = run.name();
            panel.show(new ExpiredPage(view, words));
        } else {
            StepPage page = page(view, wanted.orElseThrow());
            if (wasMoved) {
                page.notice(new Notice(
                        Notice.Kind.WARNING, words.of("player.moved"), new Paragraph(words.of("player.moved.text"))));
            }
            panel.show(page);
        }
    }

    /** Where the wizard session was completed, put on another version or asks for something else meanwhile, goes to what is to be seen or answered now. */
    private void lookAgain() {
        Optional.ofNullable(shown)
                .flatMap(id -> sessions.find(userId(), id))
                .filter(view -> view.session().wizard().version() != shownVersion
                        || view.session().isCompleted()
                        || isHidden(view.session()))
                .ifPresent(view -> {
                    if (isHidden(view.session())) {
                        Toast.error(words.of("player.hidden"));
                    }
                    String step = view.session().isOpen(shownStep)
                            ? shownStep
                            : view.session().currentStep().key();
                    if (step.equals(shownStep) && !view.session().isCompleted()) {
                        show(view, Optional.of(step));
                    } else {
                        open(view.session());
                    }
                });
    }

    /** Whether an answer that was changed elsewhere took the step on the page away. */
    private boolean isHidden(WizardSession run) {
        return run.wizard().version() == shownVersion
                && run.wizard().steps().stream().noneMatch(step -> step.key().equals(shownStep));
    }

    private StepPage page(WizardSessionView view, String stepKey) {
        WizardSession run = view.session();
        List<StepDefinition> steps = run.wizard().steps();
        int place = steps.indexOf(run.wizard().step(stepKey));
        AskedStep asked = view.asked().get(place);
        title = asked.content().title();
        StepPage page = new StepPage(
                words.of(asked.required() ? "wizard.count" : "wizard.count.optional", place + 1, steps.size()),
                title,
                asked.content().help());
        boolean last = place == steps.size() - 1;
        StepMoves moves = new StepMoves(
                place == 0
                        ? Optional.empty()
                        : Optional.of(() -> go(run, steps.get(place - 1).key())),
                asked.required() ? Optional.empty() : Optional.of(skip(run, stepKey, last)),
                words.of(last ? "wizard.finish" : "wizard.next"),
                words.of(last ? "wizard.finish.busy" : "wizard.next.busy"),
                stored -> onward(stored.after(), stepKey));
        DefinedForm form = new DefinedForm(
                asked.content(),
                typed -> view.asked(stepKey, typed)
                        .orElseGet(() -> new AskedStep(asked.content(), asked.required(), List.of())),
                words);
        Optional<Origin> from = templates.origin(userId(), run.id());
        StepSource source = sources.of(run.id(), run.wizard().version(), stepKey, from.isPresent(), this::lookAgain);
        page.edit(form, source, moves, clock);
        from.ifPresent(origin -> page.notice(new OriginNotice(origin, view, words)));
        return page;
    }

    private Consumer<StatusLine> skip(WizardSession run, String stepKey, boolean last) {
        return line -> {
            switch (sessions.skip(userId(), run.id(), stepKey)
                    .or(() -> sources.gone(run.id()))
                    .orElseThrow()) {
                case StepOutcome.Moved() -> lookAgain();
                case StepOutcome.Advanced skipped when last -> finish(skipped.after(), stepKey, line);
                case StepOutcome.Advanced skipped -> onward(skipped.after(), stepKey);
                case StepOutcome.AlreadyCompleted() -> open(run);
                default -> line.fails(words.of("wizard.not_open"));
            }
        };
    }

    private void finish(WizardSession run, String stepKey, StatusLine line) {
        switch (sessions.finish(userId(), run.id()).orElseThrow()) {
            case FinishOutcome.Finished finished -> open(run);
            case FinishOutcome.AlreadyCompleted() -> open(run);
            case FinishOutcome.Missing missing -> onward(run, stepKey);
            default -> line.fails(words.of("wizard.not_open"));
        }
    }

    /** To the step after this one; where an earlier one has become incomplete meanwhile, to that. */
    private void onward(WizardSession run, String stepKey) {
        List<StepDefinition> steps = run.wizard().steps();
        int place = run.wizard().find(stepKey).map(steps::indexOf).orElse(-1);
        if (run.isCompleted()) {
            open(run);
        } else if (place < 0
                || place == steps.size() - 1
                || !run.isOpen(steps.get(place + 1).key())) {
            go(run, run.furthestStep().key());
        } else {
            go(run, steps.get(place + 1).key());
        }
    }

    private void open(WizardSession run) {
        UI.getCurrent().navigate(WizardAddresses.run(run.id()));
    }

    private void go(WizardSession run, String stepKey) {
        UI.getCurrent().navigate(WizardAddresses.step(run.id(), stepKey));
    }

    private UserId userId() {
        return caller.get().userId();
    }

    private static Optional<WizardSessionId> id(BeforeEnterEvent event) {
        try {
            return event.getRouteParameters().get("id").map(UUID::fromString).map(WizardSessionId::new);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}

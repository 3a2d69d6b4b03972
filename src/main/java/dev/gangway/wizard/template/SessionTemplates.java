package dev.gangway.wizard.template;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.CreateOutcome;
import dev.gangway.wizard.Drafts;
import dev.gangway.wizard.Response;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionView;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.Wizards;
import dev.gangway.wizard.internal.TemplateStore;
import dev.gangway.wizard.internal.TemplateStore.Kept;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Keeps answers of completed wizard sessions as templates, and starts new wizard sessions from them.
 *
 * <p>A template belongs to whoever saved it; a public one can be seen and used, but not deleted, by others. What it
 * prefills are drafts: nothing of it counts before it is submitted.
 */
@Service
@Transactional
public class SessionTemplates {

    private final TemplateStore store;
    private final WizardSessions sessions;
    private final Wizards wizards;
    private final Drafts drafts;
    private final Ids ids;
    private final Clock clock;

    SessionTemplates(
            TemplateStore store, WizardSessions sessions, Wizards wizards, Drafts drafts, Ids ids, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.wizards = wizards;
        this.drafts = drafts;
        this.ids = ids;
        this.clock = clock;
    }

    /** Saves the answers that a completed wizard session reports; hidden ones are not among them. */
    public TemplateSaved save(UserId userId, WizardSessionId sessionId, NewTemplate said) {
        Optional<WizardSessionView> found = sessions.find(userId, sessionId);
        if (found.isEmpty()) {
            return new TemplateSaved.NotFound();
        }
        WizardSession run = found.get().session();
        if (found.get().builtIn()) {
            return new TemplateSaved.BuiltIn();
        }
        if (!run.isCompleted()) {
            return new TemplateSaved.NotCompleted();
        }
        List<FieldProblem> problems = said.problems();
        if (!problems.isEmpty()) {
            return new TemplateSaved.Invalid(problems);
        }
        SessionTemplate template = new SessionTemplate(
                ids.next(),
                run.wizard().id(),
                run.wizard().version(),
                run.wizard().name(),
                said.name(),
                said.description(),
                said.audience() == NewTemplate.Audience.EVERYBODY,
                true,
                0,
                clock.instant());
        store.insert(userId, template, answers(found.get()));
        return new TemplateSaved.Saved(template);
    }

    /**
     * The account's own templates and those that are public, newest first.
     *
     * @param after the last one of the page before; null for the first page
     */
    @Transactional(readOnly = true)
    public List<SessionTemplate> list(UserId userId, @Nullable UUID after, int limit) {
        return store.list(userId, "", after, limit);
    }

    /**
     * Those with a text in their name, their description or their wizard's name, in any case.
     *
     * @param text empty: all
     * @param after the last one of the page before; null for the first page
     */
    @Transactional(readOnly = true)
    public List<SessionTemplate> search(UserId userId, String text, @Nullable UUID after, int limit) {
        return store.list(userId, text, after, limit);
    }

    /** Starts a wizard session on the newest version of the template's wizard, with its answers as drafts. */
    public Replayed replay(UserId userId, UUID templateId, String sessionName) {
        Optional<Kept> found = store.hold(userId, templateId);
        if (found.isEmpty()) {
            return new Replayed.NotFound();
        }
        Kept kept = found.get();
        String name = sessionName.isBlank() ? kept.template().name() : sessionName;
        return switch (sessions.create(userId, kept.template().wizardId(), name)) {
            case CreateOutcome.Created(WizardSession run) -> prefilled(run, kept);
            case CreateOutcome.Invalid(List<FieldProblem> problems) -> new Replayed.Invalid(problems);
            case CreateOutcome.NotOffered(), CreateOutcome.NoWizard() -> new Replayed.NotOffered();
        };
    }

    /** Where a wizard session came from; empty where it was not started from a template. */
    @Transactional(readOnly = true)
    public Optional<Origin> origin(UserId userId, WizardSessionId sessionId) {
        return store.origin(userId, sessionId);
    }

    /**
     * Deletes an own template; what was started from it goes on.
     *
     * @return whether there was one
     */
    public boolean delete(UserId userId, UUID templateId) {
        return store.delete(userId, templateId);
    }

    /** The answers that are reported; that a question was left empty is one of them, or its default would come back. */
    private static Map<String, Answers> answers(WizardSessionView view) {
        Map<String, Answers> answers = new LinkedHashMap<>();
        for (Response response : view.responses()) {
            Map<String, JsonNode> given = new LinkedHashMap<>();
            view.asked(response.stepKey(), response.data()).stream()
                    .flatMap(step -> step.fields().stream())
                    .map(field -> field.field().key())
                    .forEach(key -> given.put(key, response.data().get(key).orElse(NullNode.getInstance())));
            answers.put(response.stepKey(), new Answers(given));
        }
        return answers;
    }

    private Replayed prefilled(WizardSession run, Kept kept) {
        Prefill prefill = wizards.version(run.wizard().id(), run.wizard().version())
                .map(version -> Prefill.of(kept.answers(), version.content()))
                .orElseThrow();
        drafts.prefill(run, prefill.drafts());
        store.remember(run, kept.template().id(), prefill.leftOut(), clock.instant());
        return new Replayed.Started(
                run, prefill.leftOut(), store.count(kept.template().id()));
    }
}

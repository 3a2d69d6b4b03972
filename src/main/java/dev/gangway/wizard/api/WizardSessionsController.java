package dev.gangway.wizard.api;

import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.web.ETags;
import dev.gangway.base.web.Page;
import dev.gangway.wizard.Change;
import dev.gangway.wizard.CreateOutcome;
import dev.gangway.wizard.OwnFilter;
import dev.gangway.wizard.Submission;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionStatus;
import dev.gangway.wizard.WizardSessions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's wizard sessions: beginning, listing, answering, finishing, deleting. */
@RestController
@RequestMapping("/api/v1/sessions")
@PreAuthorize("hasRole('USER')")
@Tag(name = "Wizard sessions")
class WizardSessionsController {

    private static final int LONGEST_TEXT = 200;

    private final WizardSessions sessions;
    private final WizardSessionAnswers answers;
    private final Limits limits;
    private final Problems problems;
    private final CurrentCaller caller;

    WizardSessionsController(
            WizardSessions sessions,
            WizardSessionAnswers answers,
            Limits limits,
            Problems problems,
            CurrentCaller caller) {
        this.sessions = sessions;
        this.answers = answers;
        this.limits = limits;
        this.problems = problems;
        this.caller = caller;
    }

    @PostMapping
    @Operation(summary = "Begin a wizard session on the wizard's newest version")
    ResponseEntity<?> begin(@RequestBody @Valid WizardSessionBodies.Begin body) {
        String name = body.sessionName() == null ? "" : body.sessionName();
        return switch (sessions.create(userId(), body.wizardId(), name)) {
            case CreateOutcome.Created(var run) ->
                ResponseEntity.created(URI.create("/api/v1/sessions/" + run.id().value()))
                        .eTag(ETags.of(run.version()))
                        .body(WizardSessionAnswer.of(run, List.of()));
            case CreateOutcome.Invalid(var wrong) -> problems.invalid(wrong);
            case CreateOutcome.NotOffered() -> problems.wrongState(Message.of("wizard.problem.not_offered"));
            case CreateOutcome.NoWizard() -> problems.notFound();
        };
    }

    @GetMapping
    @Operation(summary = "The caller's wizard sessions")
    ResponseEntity<?> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(name = "wizard_id", required = false) @Nullable UUID wizardId,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        Optional<WizardSessionStatus> wanted = Arrays.stream(WizardSessionStatus.values())
                .filter(one -> one.word().equals(status))
                .findFirst();
        if (status != null && wanted.isEmpty()) {
            return problems.of(ProblemType.MALFORMED, Message.of("wizard.problem.no_status", status));
        }
        if (q.length() > LONGEST_TEXT || q.indexOf(0) >= 0) {
            return problems.of(ProblemType.MALFORMED, Message.of("wizard.problem.text", LONGEST_TEXT));
        }
        OwnFilter filter = new OwnFilter(wanted.orElse(null), wizardId, q);
        WizardSessionId after = cursor == null ? null : new WizardSessionId(cursor);
        return limits.refusal(limit)
                .<ResponseEntity<?>>map(refused -> refused)
                .orElseGet(() -> ResponseEntity.ok(Page.of(
                        sessions.list(userId(), filter, after, limit + 1),
                        limit,
                        own -> WizardSessionItem.of(userId(), own),
                        last -> last.id().value().toString())));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A wizard session with its responses")
    ResponseEntity<?> get(@PathVariable UUID id) {
        return answers.now(userId(), new WizardSessionId(id));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Delete a wizard session that is not completed")
    ResponseEntity<?> delete(@PathVariable UUID id) {
        return switch (sessions.delete(userId(), new WizardSessionId(id))) {
            case DELETED -> ResponseEntity.noContent().build();
            case STAYS -> problems.wrongState(Message.of("wizard.problem.stays"));
            case NOT_FOUND -> problems.notFound();
        };
    }

    @PutMapping("/{id}")
    @Operation(summary = "Rename a wizard session, or move to an open step")
    ResponseEntity<?> edit(
            @PathVariable UUID id,
            @RequestBody WizardSessionBodies.Edit body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        WizardSessionId run = new WizardSessionId(id);
        Change change = new Change(body.sessionName(), body.currentStepId(), version(body.version(), ifMatch));
        return sessions.change(userId(), run, change)
                .<ResponseEntity<?>>map(answers::of)
                .orElseGet(problems::notFound);
    }

    @PutMapping("/{id}/steps/{key}")
    @Operation(summary = "Next: store the step's answers and the progress")
    ResponseEntity<?> save(
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestBody @Valid WizardSessionBodies.Step body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        WizardSessionId run = new WizardSessionId(id);
        Submission submission = new Submission(body.answers(), version(body.version(), ifMatch), null);
        return sessions.complete(userId(), run, key, submission)
                .<ResponseEntity<?>>map(outcome -> answers.of(userId(), run, outcome))
                .orElseGet(() -> answers.absent(userId(), run));
    }

    @PutMapping("/{id}/complete")
    @Operation(summary = "Finish a wizard session")
    ResponseEntity<?> complete(@PathVariable UUID id) {
        WizardSessionId run = new WizardSessionId(id);
        return sessions.finish(userId(), run)
                .<ResponseEntity<?>>map(outcome -> answers.of(userId(), run, outcome))
                .orElseGet(() -> answers.absent(userId(), run));
    }

    /** The version in the body counts where both are sent. */
    private static @Nullable Long version(@Nullable Long inBody, @Nullable String ifMatch) {
        return inBody == null ? ETags.version(ifMatch) : inBody;
    }

    private UserId userId() {
        return caller.get().userId();
    }
}

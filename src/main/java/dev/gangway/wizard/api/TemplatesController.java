package dev.gangway.wizard.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.web.Page;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.template.LeftOut;
import dev.gangway.wizard.template.NewTemplate;
import dev.gangway.wizard.template.NewTemplate.Audience;
import dev.gangway.wizard.template.Replayed;
import dev.gangway.wizard.template.SessionTemplate;
import dev.gangway.wizard.template.SessionTemplates;
import dev.gangway.wizard.template.TemplateSaved;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Templates of the caller and public ones: saving, listing, starting wizard sessions from them, deleting. */
@RestController
@RequestMapping("/api/v1/templates")
@PreAuthorize("hasRole('USER')")
@Tag(name = "Templates")
class TemplatesController {

    private static final int MOST = 200;

    private final SessionTemplates templates;
    private final Problems problems;
    private final CurrentCaller caller;

    TemplatesController(SessionTemplates templates, Problems problems, CurrentCaller caller) {
        this.templates = templates;
        this.problems = problems;
        this.caller = caller;
    }

    @PostMapping("/from-session/{id}")
    @Operation(summary = "Save a completed wizard session as a template")
    ResponseEntity<?> save(@PathVariable UUID id, @RequestBody TemplateBody body) {
        return switch (templates.save(userId(), new WizardSessionId(id), body.template())) {
            case TemplateSaved.Saved(SessionTemplate template) ->
                ResponseEntity.status(HttpStatus.CREATED).body(TemplateAnswer.of(template));
            case TemplateSaved.Invalid(var wrong) -> problems.invalid(wrong);
            case TemplateSaved.NotCompleted() -> problems.wrongState(Message.of("template.problem.not_completed"));
            case TemplateSaved.BuiltIn() -> problems.wrongState(Message.of("template.problem.built_in"));
            case TemplateSaved.NotFound() -> problems.notFound();
        };
    }

    @GetMapping
    @Operation(summary = "The caller's own templates and public ones")
    ResponseEntity<?> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable UUID cursor) {
        if (limit < 1 || limit > MOST) {
            return problems.of(ProblemType.MALFORMED, Message.of("problem.limit", MOST));
        }
        return ResponseEntity.ok(Page.of(
                templates.list(userId(), cursor, limit + 1),
                limit,
                TemplateAnswer::of,
                last -> last.id().toString()));
    }

    @PostMapping("/{id}/replay")
    @Operation(summary = "Start a wizard session that is prefilled from a template")
    ResponseEntity<?> replay(@PathVariable UUID id, @RequestBody(required = false) @Nullable ReplayBody body) {
        String name = body == null || body.sessionName() == null ? "" : body.sessionName();
        return switch (templates.replay(userId(), id, name)) {
            case Replayed.Started started ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new ReplayAnswer(
                                started.run().id().value(),
                                started.timesUsed(),
                                started.leftOut().stream()
                                        .map(LeftOutAnswer::of)
                                        .toList()));
            case Replayed.Invalid(var wrong) -> problems.invalid(wrong);
            case Replayed.NotOffered() -> problems.wrongState(Message.of("template.problem.not_offered"));
            case Replayed.NotFound() -> problems.notFound();
        };
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Delete an own template")
    ResponseEntity<?> delete(@PathVariable UUID id) {
        return templates.delete(userId(), id) ? ResponseEntity.noContent().build() : problems.notFound();
    }

    private UserId userId() {
        return caller.get().userId();
    }

    record TemplateBody(
            @Nullable String name,
            @Nullable String description,
            @JsonProperty("public") @Nullable Boolean everybody) {

        NewTemplate template() {
            return new NewTemplate(
                    name == null ? "" : name,
                    description == null ? "" : description,
                    Boolean.TRUE.equals(everybody) ? Audience.EVERYBODY : Audience.OWNER);
        }
    }

    record ReplayBody(@Nullable String sessionName) {}

    record TemplateAnswer(
            UUID id,
            UUID wizardId,
            int wizardVersion,
            String wizardName,
            String name,
            String description,
            @JsonProperty("public") boolean everybody,
            boolean own,
            long timesUsed,
            Instant createdAt) {

        static TemplateAnswer of(SessionTemplate template) {
            return new TemplateAnswer(
                    template.id(),
                    template.wizardId(),
                    template.wizardVersion(),
                    template.wizardName(),
                    template.name(),
                    template.description(),
                    template.isPublic(),
                    template.isOwn(),
                    template.timesUsed(),
                    template.createdAt());
        }
    }

    record ReplayAnswer(UUID sessionId, long timesUsed, List<LeftOutAnswer> leftOut) {}

    record LeftOutAnswer(String stepKey, String fieldKey, String reason) {

        static LeftOutAnswer of(LeftOut one) {
            return new LeftOutAnswer(one.step(), one.field(), one.reason().word());
        }
    }
}

package dev.gangway.wizard.api;

import dev.gangway.base.FieldConflict;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.base.Utf8;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.web.ETags;
import dev.gangway.wizard.ArchiveOutcome;
import dev.gangway.wizard.ImportOutcome;
import dev.gangway.wizard.PublishOutcome;
import dev.gangway.wizard.WizardAdministration;
import dev.gangway.wizard.WizardVersion;
import dev.gangway.wizard.Wizards;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.LongNode;

/** Definitions in and out, and the way of a wizard from draft to published to archived. */
@RestController
@RequestMapping("/api/v1/wizards")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Wizards")
class DefinitionsController {

    private static final String YAML = "application/yaml";
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final WizardAdministration administration;
    private final Wizards wizards;
    private final DefinitionAnswers answers;
    private final Problems problems;
    private final CurrentCaller caller;

    DefinitionsController(
            WizardAdministration administration,
            Wizards wizards,
            DefinitionAnswers answers,
            Problems problems,
            CurrentCaller caller) {
        this.administration = administration;
        this.wizards = wizards;
        this.answers = answers;
        this.problems = problems;
        this.caller = caller;
    }

    @PostMapping(
            path = "/import",
            consumes = {YAML, "application/x-yaml", "text/yaml", "text/x-yaml", MediaType.APPLICATION_JSON_VALUE})
    @Operation(summary = "Take a definition as the draft of a new wizard, or of the one that has its name")
    ResponseEntity<?> importText(@RequestBody byte[] definition) {
        Optional<String> text = Utf8.text(definition);
        if (text.isEmpty()) {
            return problems.of(ProblemType.MALFORMED, Message.of("wizard.problem.not_utf8"));
        }
        return switch (administration.importText(userId(), text.get(), LocaleContextHolder.getLocale())) {
            case ImportOutcome.Stored(var draft) ->
                ResponseEntity.created(URI.create("/api/v1/wizards/" + draft.wizardId()))
                        .eTag(ETags.of(draft.revision()))
                        .body(DefinitionAnswers.Stored.of(draft));
            case ImportOutcome.Refused(var wrong) -> answers.invalid(wrong);
        };
    }

    @PostMapping("/{id}/publish")
    @Operation(summary = "Freeze the draft and have new wizard sessions run it")
    ResponseEntity<?> publish(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Long revision = ETags.version(ifMatch);
        return switch (administration.publish(userId(), id, revision, LocaleContextHolder.getLocale())) {
            case PublishOutcome.Published(var version) -> ResponseEntity.ok(DefinitionAnswers.Stored.of(version));
            case PublishOutcome.Invalid(var wrong) -> answers.invalid(wrong);
            case PublishOutcome.Stale(var newest) ->
                problems.conflict(List.of(new FieldConflict(
                        "revision",
                        LongNode.valueOf(Objects.requireNonNull(revision)),
                        LongNode.valueOf(newest.revision()))));
            case PublishOutcome.NothingToPublish() ->
                problems.wrongState(Message.of("wizard.problem.nothing_to_publish"));
            case PublishOutcome.NameTaken() -> problems.wrongState(Message.of("wizard.problem.name_taken"));
            case PublishOutcome.NotFound() -> problems.notFound();
        };
    }

    @PostMapping("/{id}/archive")
    @Operation(summary = "Have no new wizard session run it any more")
    ResponseEntity<?> archive(@PathVariable UUID id, @RequestBody(required = false) @Nullable ArchiveBody body) {
        Instant end = body == null ? null : body.endsAt();
        if (end != null && (end.isBefore(Instant.EPOCH) || end.isAfter(LAST))) {
            return problems.invalid(List.of(FieldProblem.of("ends_at", "problem.field.not_allowed")));
        }
        return switch (administration.archive(userId(), id, end)) {
            case ArchiveOutcome.Archived(var wizard) ->
                ResponseEntity.ok(WizardAnswer.of(wizard, wizard.draftVersion(), null));
            case ArchiveOutcome.NotPublished() -> problems.wrongState(Message.of("wizard.problem.not_published"));
            case ArchiveOutcome.AlreadyArchived() -> problems.wrongState(Message.of("wizard.problem.archived"));
            case ArchiveOutcome.BuiltIn() -> problems.wrongState(Message.of("wizard.problem.built_in"));
            case ArchiveOutcome.NotFound() -> problems.notFound();
        };
    }

    @GetMapping(
            path = "/{id}/export",
            produces = {YAML, MediaType.APPLICATION_JSON_VALUE})
    @Operation(summary = "A definition as it can be imported again")
    ResponseEntity<?> export(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept) {
        Optional<WizardVersion> found =
                wizards.find(id).flatMap(wizard -> version(id, version == null ? wizard.version() : version));
        return found.<ResponseEntity<?>>map(one -> prefersJson(accept)
                        ? ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(wizards.json(one.content()))
                        : ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(YAML))
                                .body(wizards.yaml(one.content()).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(problems::notFound);
    }

    private Optional<WizardVersion> version(UUID id, @Nullable Integer version) {
        return version == null ? wizards.draft(id) : wizards.version(id, version);
    }

    /** Whether JSON comes before YAML in what the caller accepts; whatever takes both gets YAML. */
    private static boolean prefersJson(String accept) {
        return quality(accept, MediaType.APPLICATION_JSON) > quality(accept, MediaType.parseMediaType(YAML));
    }

    private static double quality(String accept, MediaType type) {
        return MediaType.parseMediaTypes(accept).stream()
                .filter(range -> range.includes(type))
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }

    private UserId userId() {
        return caller.get().userId();
    }

    record ArchiveBody(@Nullable Instant endsAt) {}
}

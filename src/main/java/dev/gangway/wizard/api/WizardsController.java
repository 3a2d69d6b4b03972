package dev.gangway.wizard.api;

import dev.gangway.base.Message;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.web.Page;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardStatus;
import dev.gangway.wizard.WizardVersion;
import dev.gangway.wizard.Wizards;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What wizards there are and what they ask. Drafts are there for administrators only; what was published once can be read. */
@RestController
@RequestMapping("/api/v1/wizards")
@PreAuthorize("hasAnyRole('USER', 'ADMIN')")
@Tag(name = "Wizards")
class WizardsController {

    private final Wizards wizards;
    private final Limits limits;
    private final Problems problems;
    private final CurrentCaller caller;

    WizardsController(Wizards wizards, Limits limits, Problems problems, CurrentCaller caller) {
        this.wizards = wizards;
        this.limits = limits;
        this.problems = problems;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "The wizards that can be run; all of them for administrators")
    ResponseEntity<?> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        Set<WizardStatus> visible =
                isAdministrator() ? EnumSet.allOf(WizardStatus.class) : EnumSet.of(WizardStatus.PUBLISHED);
        if (status != null) {
            Optional<WizardStatus> wanted = Arrays.stream(WizardStatus.values())
                    .filter(one -> one.word().equals(status))
                    .findFirst();
            if (wanted.isEmpty()) {
                return problems.of(ProblemType.MALFORMED, Message.of("wizard.problem.no_status", status));
            }
            visible.retainAll(Set.of(wanted.get()));
        }
        return limits.refusal(limit)
                .<ResponseEntity<?>>map(refused -> refused)
                .orElseGet(() -> ResponseEntity.ok(Page.of(
                        wizards.list(visible, cursor, limit + 1),
                        limit,
                        wizard -> WizardAnswer.of(wizard, draftVersion(wizard), null),
                        last -> last.id().toString())));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A wizard with its steps")
    ResponseEntity<?> get(@PathVariable UUID id) {
        Optional<Wizard> found = wizards.find(id);
        return found.flatMap(this::shownVersion)
                .<ResponseEntity<?>>map(version -> ResponseEntity.ok(WizardAnswer.of(
                        found.get(),
                        draftVersion(found.get()),
                        wizards.json(version.content()).get("steps"))))
                .orElseGet(problems::notFound);
    }

    @GetMapping("/{id}/versions")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "All versions of a wizard")
    ResponseEntity<?> versions(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "2147483647") int cursor) {
        if (wizards.find(id).isEmpty()) {
            return problems.notFound();
        }
        return limits.refusal(limit)
                .<ResponseEntity<?>>map(refused -> refused)
                .orElseGet(() -> ResponseEntity.ok(Page.of(
                        wizards.versions(id, cursor, limit + 1),
                        limit,
                        WizardVersionAnswer::of,
                        last -> String.valueOf(last.version()))));
    }

    @GetMapping("/{id}/versions/{version}")
    @Operation(summary = "What one version of a wizard asks")
    ResponseEntity<?> version(@PathVariable UUID id, @PathVariable int version) {
        return wizards.version(id, version)
                .filter(this::isVisible)
                .<ResponseEntity<?>>map(found -> ResponseEntity.ok(wizards.json(found.content())))
                .orElseGet(problems::notFound);
    }

    @GetMapping(path = "/schema", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The JSON Schema of definitions")
    String schema() {
        return wizards.schema();
    }

    private Optional<WizardVersion> shownVersion(Wizard wizard) {
        return (wizard.version() == null
                        ? wizards.draft(wizard.id())
                        : wizards.version(wizard.id(), wizard.requireVersion()))
                .filter(this::isVisible);
    }

    /** Whoever runs a wizard session needs its version, also when newer ones were published or the wizard archived. */
    private boolean isVisible(WizardVersion version) {
        return version.status() != WizardStatus.DRAFT || isAdministrator();
    }

    private @Nullable Integer draftVersion(Wizard wizard) {
        return isAdministrator() ? wizard.draftVersion() : null;
    }

    private boolean isAdministrator() {
        return caller.get().is(Role.ADMIN);
    }
}

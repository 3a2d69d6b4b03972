package dev.gangway.training.api;

import dev.gangway.base.security.CurrentCaller;
import dev.gangway.training.Checks;
import dev.gangway.training.Zones;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads, makes and replaces zones. */
@RestController
@RequestMapping("/api/v1/booking/zones")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Training")
class ZoneController {

    private final Zones zones;
    private final MasterAnswers answers;
    private final CurrentCaller caller;

    ZoneController(Zones zones, MasterAnswers answers, CurrentCaller caller) {
        this.zones = zones;
        this.answers = answers;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "List zones")
    ResponseEntity<?> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return answers.page(limit, cursor, zones::page, ZoneBody.Answer::of, zone -> zone.id());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A zone")
    ResponseEntity<?> read(@PathVariable String id) {
        return answers.one(zones.find(id), ZoneBody.Answer::of);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Make or replace a zone")
    ResponseEntity<?> put(
            @PathVariable String id,
            @RequestBody ZoneBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Checks checks = new Checks();
        return answers.put(
                checks,
                body.request(id).read(checks),
                body.version(),
                ifMatch,
                (wanted, version) -> zones.put(caller.get().userId(), wanted, version),
                ZoneBody.Answer::of);
    }
}

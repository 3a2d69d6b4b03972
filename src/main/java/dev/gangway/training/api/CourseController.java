package dev.gangway.training.api;

import dev.gangway.base.security.CurrentCaller;
import dev.gangway.training.Checks;
import dev.gangway.training.Courses;
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

/** Reads, makes and replaces courses. */
@RestController
@RequestMapping("/api/v1/booking/courses")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Training")
class CourseController {

    private final Courses courses;
    private final MasterAnswers answers;
    private final CurrentCaller caller;

    CourseController(Courses courses, MasterAnswers answers, CurrentCaller caller) {
        this.courses = courses;
        this.answers = answers;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "List courses")
    ResponseEntity<?> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return answers.page(limit, cursor, courses::page, CourseBody.Answer::of, course -> course.id());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A course")
    ResponseEntity<?> read(@PathVariable String id) {
        return answers.one(courses.find(id), CourseBody.Answer::of);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Make or replace a course")
    ResponseEntity<?> put(
            @PathVariable String id,
            @RequestBody CourseBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Checks checks = new Checks();
        return answers.put(
                checks,
                body.read(id, checks),
                body.version(),
                ifMatch,
                (wanted, version) -> courses.put(caller.get().userId(), wanted, version),
                CourseBody.Answer::of);
    }
}

package dev.gangway.wizard.api;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.problem.Problems;
import dev.gangway.wizard.api.AnalyticsAnswers.OverviewAnswer;
import dev.gangway.wizard.api.AnalyticsAnswers.WizardAnswer;
import dev.gangway.wizard.statistics.Period;
import dev.gangway.wizard.statistics.WizardStatistics;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statistics of wizard sessions: of all wizards together, and of one. */
@RestController
@RequestMapping("/api/v1/analytics")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Analytics")
class AnalyticsController {

    /** Ten years: an answer has an entry for each day. */
    private static final int MOST_DAYS = 3660;

    private final WizardStatistics statistics;
    private final Problems problems;
    private final Clock clock;

    AnalyticsController(WizardStatistics statistics, Problems problems, Clock clock) {
        this.statistics = statistics;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping("/overview")
    @Operation(summary = "Statistics of all wizards")
    ResponseEntity<?> overview(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return within(from, to, period -> ResponseEntity.ok(OverviewAnswer.of(period, statistics.overall(period))));
    }

    @GetMapping("/wizards/{id}")
    @Operation(summary = "Statistics of one wizard")
    ResponseEntity<?> wizard(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return within(
                from,
                to,
                period -> statistics
                        .of(id, period)
                        .<ResponseEntity<?>>map(figures -> ResponseEntity.ok(WizardAnswer.of(id, period, figures)))
                        .orElseGet(problems::notFound));
    }

    private ResponseEntity<?> within(
            @Nullable String from, @Nullable String to, Function<Period, ResponseEntity<?>> answer) {
        List<FieldProblem> wrong = new ArrayList<>();
        Optional<LocalDate> first = day("from", from, wrong);
        Optional<LocalDate> last = day("to", to, wrong);
        if (!wrong.isEmpty()) {
            return problems.invalid(wrong);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<Period> everything =
                first.isPresent() && last.isPresent() ? Optional.empty() : statistics.everything();
        LocalDate end = last.orElseGet(() -> later(today, first.orElse(today)));
        LocalDate begin =
                first.orElseGet(() -> earlier(end, everything.map(Period::from).orElse(end)));
        if (end.isBefore(begin)) {
            return problems.invalid(List.of(FieldProblem.of("to", "analytics.problem.order")));
        }
        Period period = new Period(begin, end);
        return period.days() > MOST_DAYS
                ? problems.invalid(List.of(FieldProblem.of("from", "analytics.problem.long", MOST_DAYS)))
                : answer.apply(period);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** A day, or the day of a moment, in UTC. */
    private static Optional<LocalDate> day(String name, @Nullable String text, List<FieldProblem> wrong) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate day = text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                    : LocalDate.ofInstant(Instant.parse(text), ZoneOffset.UTC);
            if (day.getYear() >= 1970 && day.getYear() <= 9999) {
                return Optional.of(day);
            }
        } catch (DateTimeException unreadable) {
            // Told below, like a day that is out of bounds.
        }
        wrong.add(FieldProblem.of(name, "analytics.problem.day"));
        return Optional.empty();
    }
}

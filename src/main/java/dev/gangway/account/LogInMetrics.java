package dev.gangway.account;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts attempts to log in as {@code gangway.log_in.attempts}, by what came of them; never by name or address. */
@Component
class LogInMetrics {

    private final MeterRegistry meters;

    LogInMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (String outcome : new String[] {"accepted", "code_needed", "code_refused", "refused", "throttled"}) {
            meters.counter(
                    "gangway.log_in.attempts", "outcome", outcome); // there from the start, so that rates are right
        }
    }

    void count(LogInOutcome outcome) {
        meters.counter("gangway.log_in.attempts", "outcome", word(outcome)).increment();
    }

    private static String word(LogInOutcome outcome) {
        return switch (outcome) {
            case LogInOutcome.Accepted accepted -> "accepted";
            case LogInOutcome.CodeNeeded needed -> "code_needed";
            case LogInOutcome.CodeRefused wrong -> "code_refused";
            case LogInOutcome.Refused refused -> "refused";
            case LogInOutcome.Throttled throttled -> "throttled";
        };
    }
}

package dev.gangway.bench.faults;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One request that changes what is stored; everything that it writes carries its number.
 *
 * @param number counts up within a person; unique among theirs
 * @param person the number of the account that sends it
 * @param kind what it does
 * @param step which step it is about; empty where it is about a wizard session as a whole
 * @param walk which wizard session it is about; null for the onboarding, and for one that does not exist yet
 * @param key its {@code Idempotency-Key}; null where it has none, so that nobody can tell whether an unanswered one happened
 */
record Deed(
        long number,
        int person,
        Kind kind,
        String step,
        @Nullable String walk,
        @Nullable String key) {

    /** The steps of the onboarding before the summary. */
    static final List<String> ONBOARDING = List.of("api_keys", "website", "research", "persona", "first_declaration");

    /** All steps of the onboarding. */
    static final List<String> WITH_SUMMARY =
            List.of("api_keys", "website", "research", "persona", "first_declaration", "summary");

    /** The steps of the other wizard that people walk through. */
    static final List<String> OTHER = List.of("hull", "mast", "sails");

    /** The other wizard, in the form that administrators import. */
    static final String OTHER_WIZARD = """
            name: Fitting out a boat
            steps:
              - {key: hull, title: Hull, required: true, fields: [{key: first, type: short_text, label: First, required: true}, {key: second, type: short_text, label: Second}]}
              - {key: mast, title: Mast, required: true, fields: [{key: first, type: short_text, label: First, required: true}, {key: second, type: short_text, label: Second}]}
              - {key: sails, title: Sails, required: true, fields: [{key: first, type: short_text, label: First, required: true}, {key: second, type: short_text, label: Second}]}
            """;

    /** What a deed does. */
    enum Kind {
        START("POST"),
        NEXT("PUT"),
        DRAFT("PUT"),
        FINISH("POST"),
        ERASE("DELETE"),
        BEGIN_OTHER("POST"),
        NEXT_OTHER("PUT"),
        FINISH_OTHER("PUT");

        private final String method;

        Kind(String method) {
            this.method = method;
        }

        String method() {
            return method;
        }
    }

    /** By which what it wrote is found again, in a text of any column. */
    static String mark(long number) {
        return "d" + number + "d";
    }

    /** The number as it is found again: of keys only the last four characters are stored in the clear. */
    long written() {
        return step.equals("api_keys") ? number % 10_000 : number;
    }

    String path() {
        return switch (kind) {
            case START -> "/api/onboarding/start";
            case NEXT -> "/api/onboarding/steps/" + step;
            case DRAFT -> "/api/onboarding/steps/" + step + "/draft";
            case FINISH -> "/api/onboarding/complete";
            case ERASE -> "/api/onboarding";
            case BEGIN_OTHER -> "/api/v1/sessions";
            case NEXT_OTHER -> "/api/v1/sessions/" + walk + "/steps/" + step;
            case FINISH_OTHER -> "/api/v1/sessions/" + walk + "/complete";
        };
    }

    /** What is sent, with the wizard that others than the onboarding run through. */
    String body(String otherWizard) {
        String mark = mark(number);
        return switch (kind) {
            case START, FINISH -> "{}";
            case ERASE, FINISH_OTHER -> "";
            case BEGIN_OTHER -> "{\"wizard_id\": \"%s\", \"session_name\": \"%s\"}".formatted(otherWizard, mark);
            case NEXT_OTHER -> "{\"responses\": {\"first\": \"%1$s\", \"second\": \"%1$s\"}}".formatted(mark);
            case NEXT, DRAFT -> "{\"data\": %s}".formatted(data(mark));
        };
    }

    /** Several fields of each step, so that a half of it would be seen. */
    private String data(String mark) {
        return switch (step) {
            case "api_keys" ->
                String.format(
                        Locale.ROOT,
                        "{\"keys\": {\"openai\": \"sk-faults-and-nothing-else-%1$04d\", \"anthropic\": \"sk-ant-faults-and-nothing-else-%1$04d\"}}",
                        number % 10_000);
            case "website" -> """
                    {"no_website": true, "business_description": "Boats of %1$s", "industry": "%1$s",
                     "target_audience": "%1$s", "writing_style": {"tone": "%1$s"}}""".formatted(mark);
            case "research" -> """
                    {"content_types": ["Blog Posts"], "competitors": ["https://%1$s.example/", "https://%1$s.example.org/"]}""".formatted(mark);
            case "persona" -> """
                    {"core_persona": {"identity": {"persona_name": "%1$s", "archetype": "%1$s", "core_belief": "%1$s"}},
                     "selected_platforms": ["linkedin"]}""".formatted(mark);
            case "first_declaration" -> "{\"declaration\": \"%1$s keeps boats afloat. So does %1$s.\"}".formatted(mark);
            default -> throw new IllegalArgumentException(step);
        };
    }
}

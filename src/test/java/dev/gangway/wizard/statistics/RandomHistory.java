package dev.gangway.wizard.statistics;

import static dev.gangway.wizard.TestWizards.answers;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.UserId;
import dev.gangway.wizard.Change;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.Submission;
import dev.gangway.wizard.TestWizards;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What some people do to one wizard, by chance that a seed settles, and what they were told: the refusals are remembered here,
 * apart from what the application keeps of them.
 */
final class RandomHistory {

    static final List<String> STEPS = List.of("a", "b", "c", "d", "e");

    private static final List<String> ANSWERS = List.of(
            "{'n': 1, 't': 'x'}",
            "{'n': 5, 't': 'x'}",
            "{'n': 9, 't': ''}",
            "{'n': 0}",
            "{'t': ''}",
            "{'mail': 'a@example.org'}",
            "{'mail': 'nobody'}",
            "{'on': '2026-01-02'}",
            "{'on': 'yesterday'}",
            "{'nothing_that_is_asked': 1}",
            "{}");

    private final Random random;
    private final UUID wizard;
    private final WizardSessions sessions;
    private final TestWizards wizards;
    private final JdbcClient jdbc;
    private final List<UserId> people;
    private final Map<WizardSessionId, UserId> runs = new HashMap<>();

    /** How often each field of each step was refused. */
    final Map<WizardSessionId, Map<String, Integer>> refusals = new HashMap<>();

    /** The fields that the newest refusal of a step named, unless the step was left after it. */
    final Map<WizardSessionId, Map<String, List<String>>> newest = new HashMap<>();

    RandomHistory(
            long seed,
            UUID wizard,
            WizardSessions sessions,
            TestWizards wizards,
            JdbcClient jdbc,
            List<UserId> people) {
        this.random = new Random(seed);
        this.wizard = wizard;
        this.sessions = sessions;
        this.wizards = wizards;
        this.jdbc = jdbc;
        this.people = new ArrayList<>(people);
    }

    void go(int deeds) {
        for (int i = 0; i < deeds; i++) {
            if (runs.isEmpty() || random.nextInt(8) == 0) {
                begin();
            } else {
                List<WizardSessionId> all = new ArrayList<>(runs.keySet());
                all.sort(Comparator.comparing(id -> id.value().toString()));
                WizardSessionId run = all.get(random.nextInt(all.size()));
                act(run, Objects.requireNonNull(runs.get(run)));
            }
        }
    }

    /** One person and all about them goes. */
    void erase() {
        if (people.size() > 1) {
            UserId person = people.removeLast();
            jdbc.sql("delete from accounts where id = :id")
                    .param("id", person.value())
                    .update();
            runs.entrySet().removeIf(each -> each.getValue().equals(person));
        }
    }

    private void begin() {
        UserId person = people.get(random.nextInt(people.size()));
        WizardSessionId run = wizards.begin(person, wizard);
        runs.put(run, person);
        set(run, "started_at = started_at - interval '1 day' * " + random.nextInt(6));
    }

    private void act(WizardSessionId run, UserId person) {
        switch (random.nextInt(16)) {
            case 0, 1 -> {
                String step = step();
                left(run, step, sessions.skip(person, run, step));
            }
            case 2 -> sessions.finish(person, run);
            case 3 -> sessions.change(person, run, new Change("Called " + random.nextInt(), null, null));
            case 4 -> sessions.change(person, run, new Change(null, step(), null));
            case 5 -> {
                if (random.nextInt(4) == 0) {
                    sessions.delete(person, run);
                    runs.remove(run);
                }
            }
            case 6 -> set(run, "status = 'abandoned', abandoned_at = now() where status = 'in_progress' and id = :id");
            case 7 -> sessions.open(person, run);
            case 8 -> set(run, "total_time_seconds = %d where status = 'completed' and id = :id".formatted(seconds()));
            case 9 -> {
                if (random.nextInt(6) == 0) {
                    set(run, "status = 'expired' where status = 'in_progress' and id = :id");
                }
            }
            case 10, 11 -> {
                String step = step();
                left(run, step, sessions.complete(person, run, step, Submission.of(answers(answer()))));
            }
            default -> {
                String step = sessions.find(person, run)
                        .map(view -> view.session().currentStep().key())
                        .orElse("a");
                left(run, step, sessions.next(person, run, step, Submission.of(answers(answer()))));
            }
        }
    }

    private void left(WizardSessionId run, String step, Optional<StepOutcome> outcome) {
        switch (outcome.orElse(null)) {
            case StepOutcome.Invalid(List<FieldProblem> problems) -> {
                List<String> fields = problems.stream()
                        .map(FieldProblem::field)
                        .filter(field -> !field.equals("nothing_that_is_asked"))
                        .filter(field -> problems.stream()
                                .anyMatch(problem -> problem.field().equals(field)
                                        && !problem.message().key().equals("field.unknown")))
                        .toList();
                if (!fields.isEmpty()) {
                    fields.forEach(field -> refusals.computeIfAbsent(run, id -> new TreeMap<>())
                            .merge(step + "/" + field, 1, Integer::sum));
                    newest.computeIfAbsent(run, id -> new HashMap<>()).put(step, fields);
                }
            }
            case StepOutcome.Advanced(var before, var after) -> {
                if (after.record(step).isPresent() && !after.record(step).equals(before.record(step))) {
                    newest.getOrDefault(run, new HashMap<>()).remove(step);
                }
            }
            case null, default -> {}
        }
    }

    private void set(WizardSessionId run, String what) {
        jdbc.sql("update wizard_sessions set " + what + (what.contains(":id") ? "" : " where id = :id"))
                .param("id", run.value())
                .update();
    }

    private String step() {
        return STEPS.get(random.nextInt(STEPS.size()));
    }

    private String answer() {
        return ANSWERS.get(random.nextInt(ANSWERS.size()));
    }

    /** Of every order of magnitude. */
    private long seconds() {
        return (long) Math.pow(10, random.nextDouble() * 9);
    }
}

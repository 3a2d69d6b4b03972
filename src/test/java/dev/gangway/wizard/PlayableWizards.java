package dev.gangway.wizard;

import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.wizard.definition.StepContent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Wizards that tests run: written, published and walked as the application does it. */
@Component
public class PlayableWizards {

    /** Four steps with a condition within a step, a step that may be skipped and one that is hidden at first. */
    public static final String LAPTOP = """
            name: %s
            description: What your next laptop should be like
            category: IT
            estimated_minutes: 5
            steps:
              - key: model
                title: Model
                required: true
                help: Which one fits your work?
                fields:
                  - {key: size, type: single_choice, label: Size, required: true, options: [{value: small, label: 13 inch}, {value: large, label: 16 inch}]}
                  - {key: memory, type: number, label: Memory in GB, min: 0, max: 128, default: 16}
              - key: extras
                title: Extras
                fields:
                  - {key: dock, type: yes_no, label: Docking station}
                  - {key: screens, type: rating, label: Screens, min: 0, max: 4, show_if: {field: extras.dock, equals: true}}
              - key: delivery
                title: Delivery
                required: true
                fields:
                  - {key: day, type: date, label: Day, required: true}
                  - {key: note, type: long_text, label: Note, max: 500}
              - key: approval
                title: Approval
                required: true
                fields:
                  - {key: mail, type: email, label: Who approves, required: true}
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final Wizards wizards;
    private final WizardDrafts drafts;
    private final WizardPublishing publishing;
    private final WizardSessions sessions;
    private final Ids ids;

    PlayableWizards(
            Wizards wizards, WizardDrafts drafts, WizardPublishing publishing, WizardSessions sessions, Ids ids) {
        this.wizards = wizards;
        this.drafts = drafts;
        this.publishing = publishing;
        this.sessions = sessions;
        this.ids = ids;
    }

    /** A laptop wizard of a name that no other test has. */
    public Wizard laptop() {
        return published(LAPTOP.formatted("Laptop " + ids.next()));
    }

    /** The next version of a wizard where the name is known, else a new one. */
    public Wizard published(String yaml) {
        UUID id = switch (drafts.importText(null, yaml, Locale.ENGLISH)) {
            case ImportOutcome.Stored(var version) -> version.wizardId();
            case ImportOutcome.Refused(var problems) -> throw new AssertionError(problems);
        };
        PublishOutcome outcome = publishing.publish(id, null, Locale.ENGLISH);
        if (!(outcome instanceof PublishOutcome.Published)) {
            throw new AssertionError(outcome);
        }
        return wizards.find(id).orElseThrow();
    }

    /** A wizard session of an account. */
    public WizardSessionId started(UserId userId, Wizard wizard) {
        return switch (sessions.create(userId, wizard.id(), "Mine")) {
            case CreateOutcome.Created(var run) -> run.id();
            case CreateOutcome other -> throw new AssertionError(other);
        };
    }

    /** A completed wizard session of the laptop wizard. */
    public WizardSessionId completedLaptop(UserId userId, Wizard laptop) {
        return completed(
                userId,
                laptop,
                Map.of(
                        "model", "{\"size\": \"large\", \"memory\": 0}",
                        "extras", "{\"dock\": false}",
                        "delivery", "{\"day\": \"2026-11-21\", \"note\": \"مرحبا 🎉\"}",
                        "approval", "{\"mail\": \"ada@example.org\"}"));
    }

    /** A completed wizard session with these answers, by step. */
    public WizardSessionId completed(UserId userId, Wizard wizard, Map<String, String> answers) {
        WizardSessionId run = started(userId, wizard);
        List<String> steps =
                wizards.version(wizard.id(), wizard.requireVersion()).orElseThrow().content().steps().stream()
                        .map(StepContent::key)
                        .filter(answers::containsKey)
                        .toList();
        for (String step : steps) {
            next(userId, run, step, Objects.requireNonNull(answers.get(step)));
        }
        return run;
    }

    /** Next with these answers. */
    public StepOutcome next(UserId userId, WizardSessionId run, String step, String answers) {
        StepOutcome outcome = sessions.next(userId, run, step, Submission.of(answers(answers)))
                .orElseThrow();
        if (!(outcome instanceof StepOutcome.Advanced)) {
            throw new AssertionError(outcome);
        }
        return outcome;
    }

    /** Answers as people write them down. */
    public static Answers answers(String json) {
        JsonNode node = JSON.readTree(json);
        return Answers.of((tools.jackson.databind.node.ObjectNode) node);
    }
}

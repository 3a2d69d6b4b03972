package dev.gangway.wizard;

import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.wizard.definition.DefinitionFiles;
import dev.gangway.wizard.definition.WizardContent;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Wizards for tests: each test publishes its own, under a name that nobody used before. */
@Component
public class TestWizards {

    private static final JsonMapper JSON = new JsonMapper();

    private final Wizards wizards;
    private final WizardDrafts drafts;
    private final WizardPublishing publishing;
    private final WizardSessions sessions;
    private final DefinitionFiles files;
    private final Ids ids;

    TestWizards(
            Wizards wizards,
            WizardDrafts drafts,
            WizardPublishing publishing,
            WizardSessions sessions,
            DefinitionFiles files,
            Ids ids) {
        this.wizards = wizards;
        this.drafts = drafts;
        this.publishing = publishing;
        this.sessions = sessions;
        this.files = files;
        this.ids = ids;
    }

    /** A published wizard with these steps, given in YAML. */
    public UUID publish(String steps) {
        return published("name: Wizard " + ids.next() + "\n" + steps);
    }

    /** The next version of a wizard, published, with these steps. */
    public int publishAgain(UUID wizardId, String steps) {
        published("name: " + wizards.find(wizardId).orElseThrow().name() + "\n" + steps);
        return wizards.find(wizardId).orElseThrow().requireVersion();
    }

    /** The next version of a wizard, published, with this content. */
    public int publishAgain(UUID wizardId, WizardContent content) {
        published(files.json(content)
                .put("name", wizards.find(wizardId).orElseThrow().name())
                .toString());
        return wizards.find(wizardId).orElseThrow().requireVersion();
    }

    /** A published wizard with this content, under another name. */
    public UUID publish(WizardContent content) {
        ObjectNode json = files.json(content);
        json.put("name", "Wizard " + ids.next());
        return published(json.toString());
    }

    private UUID published(String text) {
        if (!(drafts.importText(null, text, Locale.ENGLISH) instanceof ImportOutcome.Stored(var draft))) {
            throw new IllegalArgumentException(drafts.importText(null, text, Locale.ENGLISH) + "\n" + text);
        }
        PublishOutcome outcome = publishing.publish(draft.wizardId(), null, Locale.ENGLISH);
        if (!(outcome instanceof PublishOutcome.Published)) {
            throw new IllegalStateException(outcome.toString());
        }
        return draft.wizardId();
    }

    /** A new wizard session. */
    public WizardSessionId begin(UserId userId, UUID wizardId) {
        return ((CreateOutcome.Created) sessions.create(userId, wizardId, ""))
                .session()
                .id();
    }

    /** Answers written as JSON, with single quotes for double ones. */
    public static Answers answers(String json) {
        return Answers.of((ObjectNode) JSON.readTree(json.replace('\'', '"')));
    }
}

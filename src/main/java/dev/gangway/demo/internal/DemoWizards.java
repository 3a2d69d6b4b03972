package dev.gangway.demo.internal;

import dev.gangway.wizard.ImportOutcome;
import dev.gangway.wizard.PublishOutcome;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardDrafts;
import dev.gangway.wizard.WizardPublishing;
import dev.gangway.wizard.WizardVersion;
import dev.gangway.wizard.Wizards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The wizards that the people of a demonstration go through, the busiest first; published where they are not yet. */
@Component
public class DemoWizards {

    private static final List<String> FILES = List.of("security", "travel", "event", "benefits", "supplier");

    private final Wizards wizards;
    private final WizardDrafts drafts;
    private final WizardPublishing publishing;

    DemoWizards(Wizards wizards, WizardDrafts drafts, WizardPublishing publishing) {
        this.wizards = wizards;
        this.drafts = drafts;
        this.publishing = publishing;
    }

    /** All of them, as they are run. */
    public List<DemoWizard> published() {
        List<Wizard> known = wizards.all();
        return FILES.stream()
                .map(file -> new DemoWizard(version(text(file), known)))
                .toList();
    }

    private WizardVersion version(String yaml, List<Wizard> known) {
        String name = yaml.lines().findFirst().orElseThrow().substring("name: ".length());
        return known.stream()
                .filter(wizard -> wizard.name().equals(name) && wizard.version() != null)
                .findAny()
                .flatMap(wizard -> wizards.version(wizard.id(), wizard.requireVersion()))
                .orElseGet(() -> publish(yaml));
    }

    private WizardVersion publish(String yaml) {
        if (drafts.importText(null, yaml, Locale.ROOT) instanceof ImportOutcome.Stored(WizardVersion draft)
                && publishing.publish(draft.wizardId(), draft.revision(), Locale.ROOT)
                        instanceof PublishOutcome.Published(WizardVersion version)) {
            return version;
        }
        throw new IllegalStateException("Our own wizard cannot be published: " + yaml);
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("demo-wizards/" + file + ".yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

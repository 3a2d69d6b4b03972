package dev.gangway.demo.internal;

import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepDefinition;
import dev.gangway.wizard.WizardDefinition;
import dev.gangway.wizard.WizardDefinition.Finishing;
import dev.gangway.wizard.WizardVersion;
import dev.gangway.wizard.definition.StepContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A published wizard without conditions, with answers in stock: as many as look various, so that millions cost nothing. */
public final class DemoWizard {

    private static final int STOCK = 200;

    private final WizardDefinition definition;
    private final Map<String, List<Answers>> stock = new HashMap<>();

    /** Of a version all of whose steps and fields are always asked. */
    public DemoWizard(WizardVersion version) {
        definition = new WizardDefinition(
                version.wizardId(),
                version.version(),
                version.content().name(),
                version.content().steps().stream()
                        .map(step -> new StepDefinition(step.key(), step.required()))
                        .toList(),
                Finishing.BY_REQUIRED_ANSWERS);
        RandomGenerator random = new SplittableRandom(version.content().name().hashCode());
        for (StepContent step : version.content().steps()) {
            stock.put(
                    step.key(),
                    Stream.generate(() -> DemoAnswers.of(step, random))
                            .limit(STOCK)
                            .toList());
        }
    }

    WizardDefinition definition() {
        return definition;
    }

    Answers answers(String step, RandomGenerator random) {
        List<Answers> all = stock.getOrDefault(step, List.of(Answers.NONE));
        return all.get(random.nextInt(all.size()));
    }
}

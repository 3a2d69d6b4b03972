package dev.gangway.onboarding;

import dev.gangway.wizard.StepDefinition;
import dev.gangway.wizard.WizardDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The six steps of the onboarding, in order. How to add one is in {@code docs/adding-an-onboarding-step.md}. */
public enum OnboardingStep {
    /** Keys of the services that write and search for the person. */
    API_KEYS(true),
    /** The person's website, or what they do. */
    WEBSITE(true),
    /** How much is researched, and what for. */
    RESEARCH(true),
    /** Who speaks, and in which tone. */
    PERSONA(false),
    /** What the person stands for, in their own words. */
    FIRST_DECLARATION(false),
    /** Everything as the database has it, and Finish. */
    SUMMARY(true);

    /** The wizard of these steps, as the migrations created it. */
    public static final WizardDefinition WIZARD = new WizardDefinition(
            UUID.fromString("01890000-0000-7000-8000-000000000001"),
            1,
            "Onboarding",
            Arrays.stream(values()).map(OnboardingStep::definition).toList());

    private final boolean required;

    OnboardingStep(boolean required) {
        this.required = required;
    }

    /** The step of a key in an address or the API. */
    public static Optional<OnboardingStep> of(String key) {
        return Arrays.stream(values()).filter(step -> step.key().equals(key)).findFirst();
    }

    /** The step's name in addresses, tables and the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its place, from 1. */
    public int number() {
        return List.of(values()).indexOf(this) + 1;
    }

    /** The one before it; empty for the first. */
    public Optional<OnboardingStep> previous() {
        return List.of(values()).subList(0, number() - 1).reversed().stream().findFirst();
    }

    /** Whether it must be completed; otherwise it can be skipped. */
    public boolean required() {
        return required;
    }

    /** The language key of its heading. */
    public String titleKey() {
        return "onboarding.step." + key() + ".title";
    }

    private StepDefinition definition() {
        return new StepDefinition(key(), required);
    }
}

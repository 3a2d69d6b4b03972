package dev.gangway.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.wizard.definition.Condition;
import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.FieldType;
import dev.gangway.wizard.definition.StepContent;
import dev.gangway.wizard.definition.WizardContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

@GangwayTest
class ExampleWizardsTest {

    @Autowired
    private ExampleWizards examples;

    @Autowired
    private Wizards wizards;

    @Autowired
    private WizardDrafts drafts;

    @Autowired
    private WizardPublishing publishing;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Ids ids;

    @Test
    void aDemonstrationOffersThemFromItsStartAndOnlyOnce() throws IOException {
        List<Wizard> before = named("Laptop configuration", "Team event");
        assertThat(before).hasSize(2).allMatch(wizard -> wizard.requireVersion() == 1);

        examples.run(new DefaultApplicationArguments());
        assertThat(named("Laptop configuration", "Team event")).isEqualTo(before);
    }

    @Test
    void oneThatWasRenamedOrArchivedDoesNotComeBack() {
        String name = "Example " + ids.next();
        String yaml = "name: " + name + "\nsteps: [{key: a, title: A, fields: []}]";
        assertThat(publishing.introduce(yaml)).isEqualTo(WizardPublishing.Introduction.PUBLISHED);
        Wizard wizard = named(name).getFirst();
        WizardContent other = new WizardContent(
                name + " renamed", "", "", null, content(wizard).steps());
        drafts.saveDraft(accounts.user(), wizard.id(), other, null);
        publishing.publish(wizard.id(), null, Locale.ENGLISH);
        publishing.archive(wizard.id(), null);

        assertThat(publishing.introduce(yaml)).isEqualTo(WizardPublishing.Introduction.KNOWN);
        assertThat(named(name)).isEmpty();
    }

    @Test
    void theLaptopConfigurationGives25And50And75AndOnlyThen100() {
        UserId ada = accounts.user();
        Wizard laptop = named("Laptop configuration").getFirst();
        WizardSessionId run = ((CreateOutcome.Created) sessions.create(ada, laptop.id(), ""))
                .session()
                .id();
        Map<String, String> answers = Map.of(
                "model", "{\"size\": \"light\", \"keyboard\": \"de\"}",
                "performance", "{\"work\": [\"code\"], \"memory_gb\": 64}",
                "accessories", "{\"dock\": false}",
                "delivery", "{\"place\": \"desk\", \"day\": \"2026-12-01\"}");
        List<String> progress = new ArrayList<>();
        for (StepContent step : content(laptop).steps()) {
            StepOutcome outcome = sessions.next(
                            ada,
                            run,
                            step.key(),
                            Submission.of(PlayableWizards.answers(Objects.requireNonNull(answers.get(step.key())))))
                    .orElseThrow();
            progress.add(((StepOutcome.Advanced) outcome).after().progress().toString());
        }

        assertThat(progress).containsExactly("25.00", "50.00", "75.00", "100.00");
    }

    @Test
    void theTeamEventShowsEveryTypeOfFieldAndEveryKindOfCondition() {
        WizardContent event = content(named("Team event").getFirst());
        Set<FieldType> types = new HashSet<>();
        List<@Nullable Condition> conditions = new ArrayList<>();
        for (StepContent step : event.steps()) {
            conditions.addAll(Arrays.asList(step.showIf(), step.requireIf()));
            for (Field field : step.fields()) {
                types.add(field.type());
                conditions.addAll(Arrays.asList(field.showIf(), field.requireIf()));
            }
        }
        assertThat(types).containsExactlyInAnyOrder(FieldType.values());
        assertThat(conditions)
                .hasAtLeastOneElementOfType(Condition.Comparison.class)
                .hasAtLeastOneElementOfType(Condition.Any.class);
    }

    private List<Wizard> named(String... names) {
        return wizards.offered().stream()
                .filter(wizard -> Stream.of(names).anyMatch(wizard.name()::equals))
                .toList();
    }

    private WizardContent content(Wizard wizard) {
        return wizards.version(wizard.id(), wizard.requireVersion())
                .orElseThrow()
                .content();
    }
}

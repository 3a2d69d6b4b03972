package dev.gangway.onboarding.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Texts;
import dev.gangway.onboarding.website.StyleProposal;
import dev.gangway.onboarding.website.TextMeasurement;
import dev.gangway.onboarding.website.WebsiteMeasurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonaProposerTest {

    private static final String PAGE = """
            <html><title>Alder Press | Books on research</title><body><article><h1>Knowledge for everyone</h1>
            <p>We publish research that people can read. Our experts explain what they learn, and our editors check every fact.
            Knowledge grows when it is shared, and so we share our research freely with every reader and every school.</p>
            <p>Each book takes two years of learning and research. Our readers trust us because we show our sources.</p>
            </article></body></html>
            """;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private PersonaProposer proposer;
    private TextMeasurement measurement;

    @BeforeAll
    void wire() throws ClassNotFoundException {
        context.register(
                Texts.class,
                TextMeasurement.class,
                PersonaProposer.class,
                Class.forName("dev.gangway.onboarding.website.LanguageDetection"));
        context.refresh();
        proposer = context.getBean(PersonaProposer.class);
        measurement = context.getBean(TextMeasurement.class);
    }

    @AfterAll
    void close() {
        context.close();
    }

    @Test
    void aPersonaIsProposedFromTheWebsite() {
        PersonaProposal proposal = propose(ofWebsite(PAGE));

        assertThat(proposal.corePersona().identity().archetype()).isEqualTo("The Sage");
        assertThat(proposal.corePersona().identity().personaName()).isEqualTo("Alder Press: The Sage");
        assertThat(proposal.corePersona().identity().coreBelief()).isEqualTo("Understanding comes before deciding.");
        assertThat(proposal.corePersona().tonalRange().defaultTone()).isEqualTo("Confident");
        assertThat(proposal.derivedFrom().get("core_persona.identity.archetype"))
                .contains("website", "Knowledge (");
        assertThat(proposal.derivedFrom().get("core_persona.tonal_range.default_tone"))
                .startsWith("Your website: ")
                .contains("%");
        assertThat(metric(proposal, "evidence")).isBetween(15, 40);
        assertThat(metric(proposal, "distinctiveness")).isPositive();
    }

    @Test
    void withNothingKnownThePersonaSaysItIsADefault() {
        PersonaProposal proposal = propose(PersonaInputs.none());

        assertThat(proposal.corePersona().identity().personaName()).isNotBlank();
        assertThat(proposal.derivedFrom().get("core_persona.tonal_range.default_tone"))
                .startsWith("A default");
        assertThat(proposal.selectedPlatforms()).containsExactly("linkedin", "blog");
        assertThat(proposal.derivedFrom().get("core_persona.identity.archetype"))
                .startsWith("A default");
        assertThat(metric(proposal, "completeness")).isZero();
        assertThat(metric(proposal, "distinctiveness")).isZero();
        assertThat(metric(proposal, "evidence")).isZero();
    }

    @Test
    void withoutAWebsiteTheDescriptionSpeaks() {
        PersonaInputs inputs = new PersonaInputs(
                null,
                null,
                "We take families on adventures and journeys: travel, discover, explore with us.",
                "Travel",
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of("Social Media"),
                true);

        PersonaProposal proposal = propose(inputs);

        assertThat(proposal.corePersona().identity().archetype()).isEqualTo("The Explorer");
        assertThat(proposal.corePersona().identity().personaName()).isEqualTo("Travel: The Explorer");
        assertThat(proposal.derivedFrom().get("core_persona.identity.archetype"))
                .contains("description", "Adventure");
        assertThat(proposal.derivedFrom().get("core_persona.identity.persona_name"))
                .contains("industry");
        assertThat(proposal.selectedPlatforms()).containsExactly("linkedin", "x", "blog", "instagram");
    }

    @Test
    void whatThePersonSavedCountsBeforeWhatWasMeasured() {
        PersonaInputs website = ofWebsite(PAGE);
        PersonaInputs edited = new PersonaInputs(
                website.measurement(),
                website.style(),
                "",
                "",
                "",
                "",
                "Warm and dry",
                "Formal",
                "",
                "",
                List.of("Adventure", "travel", "discovery", "journeys"),
                List.of(),
                false);

        PersonaProposal proposal = propose(edited);

        assertThat(proposal.corePersona().tonalRange().defaultTone()).isEqualTo("Warm and dry");
        assertThat(proposal.corePersona().tonalRange().permissibleTones()).startsWith("Warm and dry");
        assertThat(proposal.corePersona().tonalRange().forbiddenTones())
                .contains("Playful")
                .doesNotContain("Sensational");
        assertThat(proposal.corePersona().identity().archetype()).isEqualTo("The Explorer");
        assertThat(proposal.derivedFrom().get("core_persona.tonal_range.default_tone"))
                .isEqualTo("Your writing style in step 2");
        assertThat(platform(proposal, "instagram").emoji()).startsWith("Sparing");
    }

    @ParameterizedTest
    @CsvSource({"x, 280", "linkedin, 3000", "facebook, 63206", "instagram, 2200"})
    void eachPlatformKeepsItsOwnLimit(String platform, int limit) {
        assertThat(platform(propose(PersonaInputs.none()), platform).characterLimit())
                .isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es"})
    void everyValueNamesItsSourceInTheReadersLanguage(String language) {
        PersonaProposal proposal = proposer.propose(ofWebsite(PAGE), Locale.of(language));

        List<String> paths = new ArrayList<>(List.of(
                "core_persona.identity.persona_name",
                "core_persona.identity.archetype",
                "core_persona.identity.core_belief",
                "core_persona.identity.brand_voice",
                "core_persona.tonal_range.default_tone",
                "core_persona.tonal_range.permissible_tones",
                "core_persona.tonal_range.forbidden_tones",
                "selected_platforms"));
        for (String platform : List.of("linkedin", "facebook", "x", "blog", "instagram", "medium", "substack")) {
            for (String rule : List.of("character_limit", "hashtags", "emoji", "call_to_action")) {
                paths.add("platform_personas." + platform + "." + rule);
            }
        }
        assertThat(proposal.derivedFrom()).containsOnlyKeys(paths);
        assertThat(proposal.derivedFrom().values())
                .allSatisfy(source -> assertThat(source).isNotBlank().doesNotContain("{"));
        assertThat(proposal.platformPersonas()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sarcastic", "Playful", "Stiff", "sarcastic", "", "Inspiring"})
    void noToneIsBothPermissibleAndForbidden(String tone) {
        for (String formality : List.of("Formal", "Informal", "")) {
            PersonaProposal proposal = propose(new PersonaInputs(
                    null,
                    null,
                    "Fun and laughter for everyone who plays",
                    "",
                    "",
                    "",
                    tone,
                    formality,
                    "",
                    "",
                    List.of(),
                    List.of(),
                    true));

            assertThat(proposal.corePersona().tonalRange().permissibleTones())
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(
                            proposal.corePersona().tonalRange().forbiddenTones());
        }
    }

    @Test
    void everyMetricIsAPercentageWithItsFormula() {
        for (PersonaInputs inputs : List.of(PersonaInputs.none(), ofWebsite(PAGE), ofWebsite("<p>x</p>"))) {
            Map<String, PersonaProposal.QualityMetric> metrics = proposer.metrics(inputs, Locale.ENGLISH);
            assertThat(metrics).containsOnlyKeys("completeness", "evidence", "distinctiveness", "clarity");
            assertThat(metrics.values()).allSatisfy(metric -> {
                assertThat(metric.value()).isBetween(0, 100);
                assertThat(metric.formula()).isNotBlank().doesNotContain("{", "NaN");
            });
        }
    }

    @Test
    void longTitlesAndIndustriesStayWithinTheStepsLimits() {
        PersonaInputs inputs = ofWebsite("<title>" + "Very long words ".repeat(20) + "</title><p>Text</p>");

        PersonaProposal proposal = propose(inputs);

        assertThat(proposal.corePersona().identity().personaName()).hasSizeLessThanOrEqualTo(100);
    }

    private static int metric(PersonaProposal proposal, String name) {
        return Objects.requireNonNull(proposal.qualityMetrics().get(name)).value();
    }

    private static PersonaProposal.PlatformPersona platform(PersonaProposal proposal, String id) {
        return Objects.requireNonNull(proposal.platformPersonas().get(id));
    }

    private PersonaProposal propose(PersonaInputs inputs) {
        return proposer.propose(inputs, Locale.ENGLISH);
    }

    private PersonaInputs ofWebsite(String html) {
        WebsiteMeasurement page = measurement.measure(html, "https://www.alder-press.example/about");
        return new PersonaInputs(
                page, StyleProposal.from(page), "", "", "", "", "", "", "", "", List.of(), List.of(), true);
    }
}

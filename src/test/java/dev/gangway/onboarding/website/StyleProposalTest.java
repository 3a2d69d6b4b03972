package dev.gangway.onboarding.website;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import dev.gangway.onboarding.website.WebsiteMeasurement.Address;
import dev.gangway.onboarding.website.WebsiteMeasurement.FrequentTerm;
import dev.gangway.onboarding.website.WebsiteMeasurement.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

class StyleProposalTest {

    @ParameterizedTest
    @CsvSource({
        // words, readability, sentence length, exclamations, questions, we, you → tone
        "20, 80, 8, 0, 0, 1, 0, neutral",
        "400, 80, 8, 4, 0, 1, 0, enthusiastic",
        "400, 80, 8, 3, 0, 0.2, 0.4, friendly",
        "400, 80, 8, 0, 5, 0.2, 0.3, conversational",
        "400, 39, 20, 0, 0, 0.9, 0, authoritative",
        "400, 60, 14, 0, 0, 0.5, 0, confident",
        "400, 60, 14, 0, 0, 0.2, 0.1, informative",
    })
    void theToneFollowsFromTheMeasures(
            int words,
            double readability,
            double sentenceLength,
            int exclamations,
            int questions,
            double we,
            double you,
            String tone) {
        WebsiteMeasurement page = page(
                words,
                40,
                sentenceLength,
                readability,
                new Person(we, you, 0),
                new Address(0, 0),
                0,
                questions,
                exclamations,
                "");

        assertThat(StyleProposal.from(page).tone().value().key()).isEqualTo("website.style.tone." + tone);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 0, 12, 0, formal",
        "1, 3, 0, 25, 0, informal",
        "2, 2, 0, 25, 0, formal",
        "0, 0, 0, 25, 0, formal",
        "0, 0, 0, 12, 0, neutral",
        "0, 0, 6, 25, 0, informal",
        "0, 0, 5, 25, 0, neutral",
        "0, 0, 0, 12, 6, informal",
    })
    void theFormalityFollowsFromAddressContractionsAndLength(
            int formal, int familiar, int contractions, double sentenceLength, int exclamations, String formality) {
        WebsiteMeasurement page = page(
                400,
                40,
                sentenceLength,
                60,
                new Person(0, 0, 1),
                new Address(formal, familiar),
                contractions,
                0,
                exclamations,
                "");

        assertThat(StyleProposal.from(page).formality().value().key())
                .isEqualTo("website.style.formality." + formality);
    }

    @ParameterizedTest
    @CsvSource({
        "70, simple, general",
        "69.9, moderate, general",
        "50, moderate, general",
        "49.9, advanced, informed",
        "29.9, expert, professional"
    })
    void complexityAndAudienceFollowFromReadability(double readability, String complexity, String audience) {
        StyleProposal proposal =
                StyleProposal.from(page(400, 40, 12, readability, new Person(0, 0, 1), new Address(0, 0), 0, 0, 0, ""));

        assertThat(proposal.complexity().value().key()).isEqualTo("website.style.complexity." + complexity);
        assertThat(proposal.targetAudience().value())
                .isEqualTo(Message.of("website.style.audience." + audience + "_interested", "coffee, beans, farms"));
    }

    @ParameterizedTest
    @CsvSource({
        "article, 100, article",
        "product.item, 100, product",
        "website, 100, landing",
        "'', 300, company",
        "'', 700, article"
    })
    void theContentTypeIsDeclaredOrFollowsFromTheLength(String declared, int words, String type) {
        WebsiteMeasurement page = page(words, 40, 12, 60, new Person(0, 0, 1), new Address(0, 0), 0, 0, 0, declared);

        assertThat(StyleProposal.from(page).contentType().value().key()).isEqualTo("website.style.content." + type);
    }

    @Test
    void valuesThatAreSpokenOfMoreThanOnceAreProposedWithTheirCount() {
        StyleProposal proposal =
                StyleProposal.from(page(400, 40, 12, 60, new Person(0, 0, 1), new Address(0, 0), 0, 0, 0, ""));

        assertThat(proposal.brandValues())
                .containsExactly(
                        new Proposed(Message.of("website.style.value.trust"), Message.of("website.reason.mentions", 4)),
                        new Proposed(
                                Message.of("website.style.value.quality"), Message.of("website.reason.mentions", 2)));
    }

    @Test
    void everyValueAndReasonIsWordedInEveryLanguageAndSurvivesStorage() {
        JsonMapper json = JsonMapper.builder().build();
        try (var context = new AnnotationConfigApplicationContext(Texts.class)) {
            Texts texts = context.getBean(Texts.class);
            for (double readability : new double[] {10, 40, 60, 90}) {
                for (int words : new int[] {0, 100, 400, 800}) {
                    WebsiteMeasurement page =
                            page(words, 40, 12, readability, new Person(0.5, 0.2, 0.3), new Address(1, 0), 3, 1, 1, "");
                    StyleProposal proposal = StyleProposal.from(page);

                    assertThat(json.readValue(json.writeValueAsString(proposal), StyleProposal.class))
                            .isEqualTo(proposal);
                    assertThat(json.readValue(json.writeValueAsString(page), WebsiteMeasurement.class))
                            .isEqualTo(page);
                    assertThat(all(proposal)).allSatisfy(proposed -> {
                        for (String language : List.of("en", "de", "es")) {
                            Locale locale = Locale.of(language);
                            assertThat(texts.of(proposed.value(), locale))
                                    .isNotBlank()
                                    .doesNotContain("{");
                            assertThat(texts.of(proposed.reason(), locale))
                                    .isNotBlank()
                                    .doesNotContain("{");
                        }
                    });
                }
            }
        }
    }

    private static List<Proposed> all(StyleProposal proposal) {
        return Stream.concat(
                        Stream.of(
                                proposal.tone(),
                                proposal.formality(),
                                proposal.complexity(),
                                proposal.targetAudience(),
                                proposal.contentType()),
                        proposal.brandValues().stream())
                .toList();
    }

    private static WebsiteMeasurement page(
            int words,
            int sentences,
            double sentenceLength,
            double readability,
            Person person,
            Address address,
            int contractions,
            int questions,
            int exclamations,
            String type) {
        return new WebsiteMeasurement(
                "https://example.org/",
                "Title",
                "",
                "en",
                type,
                List.of("One", "Two"),
                words,
                sentences,
                sentenceLength,
                0.7,
                readability,
                ReadabilityFormula.FLESCH,
                person,
                address,
                contractions,
                questions,
                exclamations,
                List.of(
                        new FrequentTerm("coffee", 5),
                        new FrequentTerm("beans", 4),
                        new FrequentTerm("farms", 3),
                        new FrequentTerm("bag", 2)),
                Map.of("quality", 2, "trust", 4, "speed", 1));
    }
}

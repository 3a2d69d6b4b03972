package dev.gangway.onboarding.proposal;

import dev.gangway.onboarding.website.StyleProposal;
import dev.gangway.onboarding.website.WebsiteMeasurement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a persona is proposed from; texts are empty where nothing was answered.
 *
 * @param measurement of the website, or null where it was not analysed
 * @param style proposed from it, or null likewise
 * @param tone as the person edited it, like the further parts of the style
 * @param researchContentTypes the kinds of content chosen in step 3
 * @param factualContent whether only facts are to be written
 */
public record PersonaInputs(
        @Nullable WebsiteMeasurement measurement,
        @Nullable StyleProposal style,
        String businessDescription,
        String industry,
        String targetAudience,
        String businessGoals,
        String tone,
        String formality,
        String complexity,
        String contentType,
        List<String> brandValues,
        List<String> researchContentTypes,
        boolean factualContent) {

    public PersonaInputs {
        brandValues = List.copyOf(brandValues);
        researchContentTypes = List.copyOf(researchContentTypes);
    }

    /** Nothing known at all. */
    public static PersonaInputs none() {
        return new PersonaInputs(null, null, "", "", "", "", "", "", "", "", List.of(), List.of(), true);
    }

    /** All that the person has said, a line for each answer. */
    String ownWords() {
        return String.join(
                "\n",
                Stream.concat(
                                Stream.of(businessDescription, industry, targetAudience, businessGoals),
                                brandValues.stream())
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    /** The answers that a full picture has, in no particular order. */
    List<String> answers() {
        String about = measurement == null ? businessDescription : measurement.title() + measurement.wordCount();
        return List.of(
                about,
                industry,
                targetAudience,
                businessGoals,
                tone,
                formality,
                complexity,
                contentType,
                String.join("", brandValues),
                String.join("", researchContentTypes));
    }
}

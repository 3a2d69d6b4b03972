package dev.gangway.onboarding;

import dev.gangway.base.Texts;
import dev.gangway.onboarding.website.Proposed;
import dev.gangway.onboarding.website.StyleProposal;
import java.util.List;

/** What a website suggests for step 2, in the reader's language and by the names of the step's fields. */
record WordedProposal(Style writingStyle, Value targetAudience, Value contentType, List<Value> brandValues) {

    record Style(Value tone, Value formality, Value complexity) {}

    /**
     * A proposed value.
     *
     * @param derivedFrom what was measured
     */
    record Value(String value, String derivedFrom) {

        static Value of(Proposed proposed, Texts texts) {
            return new Value(texts.of(proposed.value()), texts.of(proposed.reason()));
        }
    }

    static WordedProposal of(StyleProposal style, Texts texts) {
        return new WordedProposal(
                new Style(
                        Value.of(style.tone(), texts),
                        Value.of(style.formality(), texts),
                        Value.of(style.complexity(), texts)),
                Value.of(style.targetAudience(), texts),
                Value.of(style.contentType(), texts),
                style.brandValues().stream()
                        .map(value -> Value.of(value, texts))
                        .toList());
    }
}

package dev.gangway.onboarding.ui;

import dev.gangway.base.Message;
import dev.gangway.onboarding.WebsiteAnalysis;
import dev.gangway.onboarding.website.Proposed;
import dev.gangway.onboarding.website.StyleProposal;
import dev.gangway.wizard.ui.Words;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** What the reading of a website proposes for the fields of step 2, in the reader's language. */
final class SiteProposals {

    private SiteProposals() {}

    /**
     * One field's proposal.
     *
     * @param why what it was derived from
     */
    record Proposal(String path, JsonNode value, Message why) {}

    static List<Proposal> of(WebsiteAnalysis.Result result, Words words) {
        StyleProposal style = result.proposal();
        Stream<Proposal> single = Stream.of(
                one("writing_style.tone", style.tone(), words),
                one("writing_style.formality", style.formality(), words),
                one("writing_style.complexity", style.complexity(), words),
                one("target_audience", style.targetAudience(), words),
                one("content_type", style.contentType(), words));
        return style.brandValues().isEmpty()
                ? single.toList()
                : Stream.concat(single, Stream.of(values(style.brandValues(), words)))
                        .toList();
    }

    private static Proposal one(String path, Proposed proposed, Words words) {
        return new Proposal(path, StringNode.valueOf(words.of(proposed.value())), proposed.reason());
    }

    private static Proposal values(List<Proposed> values, Words words) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> list.add(words.of(value.value())));
        return new Proposal("brand_values", list, values.getFirst().reason());
    }
}

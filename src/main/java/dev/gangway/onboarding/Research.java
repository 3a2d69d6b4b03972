package dev.gangway.onboarding;

import dev.gangway.wizard.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/**
 * The answers of step 3.
 *
 * @param researchDepth one of {@link #DEPTHS}
 * @param contentTypes at least one of {@link #CONTENT_TYPES}
 * @param competitors up to {@value #MAX_COMPETITORS} normalised addresses
 */
public record Research(
        String researchDepth,
        List<String> contentTypes,
        boolean autoResearch,
        boolean factualContent,
        List<String> competitors) {

    /** How deep research may go. */
    public static final List<String> DEPTHS = List.of("Basic", "Standard", "Deep", "Comprehensive");

    /** What is written. */
    public static final List<String> CONTENT_TYPES =
            List.of("Blog Posts", "Social Media", "Technical Articles", "News", "Academic Papers");

    /** The most competitors that can be named. */
    public static final int MAX_COMPETITORS = 20;

    /** The empty form. */
    public static final Research EMPTY = new Research("Standard", List.of(), true, true, List.of());

    public Research {
        contentTypes = List.copyOf(contentTypes);
        competitors = List.copyOf(competitors);
    }

    /** The same as fields. */
    public Answers toAnswers() {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        fields.put("research_depth", StringNode.valueOf(researchDepth));
        fields.put("content_types", Website.list(contentTypes));
        fields.put("auto_research", BooleanNode.valueOf(autoResearch));
        fields.put("factual_content", BooleanNode.valueOf(factualContent));
        fields.put("competitors", Website.list(competitors));
        return new Answers(fields);
    }
}

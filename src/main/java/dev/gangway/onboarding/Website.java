package dev.gangway.onboarding;

import dev.gangway.wizard.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * The answers of step 2; texts are empty where nothing was answered.
 *
 * @param websiteUrl normalised address, empty with {@code noWebsite}
 * @param noWebsite whether a description takes the website's place
 * @param businessDescription what the person does, empty without {@code noWebsite}
 * @param writingStyle tone, formality and complexity
 */
public record Website(
        String websiteUrl,
        boolean noWebsite,
        String businessDescription,
        String industry,
        String targetAudience,
        String businessGoals,
        WritingStyle writingStyle,
        String contentType,
        List<String> brandValues) {

    /** The empty form. */
    public static final Website EMPTY =
            new Website("", false, "", "", "", "", new WritingStyle("", "", ""), "", List.of());

    public Website {
        brandValues = List.copyOf(brandValues);
    }

    /** How the person writes, in words. */
    public record WritingStyle(String tone, String formality, String complexity) {}

    /** The same as fields. */
    public Answers toAnswers() {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        fields.put("website_url", StringNode.valueOf(websiteUrl));
        fields.put("no_website", BooleanNode.valueOf(noWebsite));
        fields.put("business_description", StringNode.valueOf(businessDescription));
        fields.put("industry", StringNode.valueOf(industry));
        fields.put("target_audience", StringNode.valueOf(targetAudience));
        fields.put("business_goals", StringNode.valueOf(businessGoals));
        fields.put("writing_style.tone", StringNode.valueOf(writingStyle.tone()));
        fields.put("writing_style.formality", StringNode.valueOf(writingStyle.formality()));
        fields.put("writing_style.complexity", StringNode.valueOf(writingStyle.complexity()));
        fields.put("content_type", StringNode.valueOf(contentType));
        fields.put("brand_values", list(brandValues));
        return new Answers(fields);
    }

    static ArrayNode list(List<String> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }
}

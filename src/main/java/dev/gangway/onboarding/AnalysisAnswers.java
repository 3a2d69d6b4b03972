package dev.gangway.onboarding;

import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import dev.gangway.wizard.Answers;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Words an analysis as the fields of {@code analysis} that pages and the API show. */
@Component
public class AnalysisAnswers {

    private final JsonMapper json;
    private final Texts texts;

    AnalysisAnswers(JsonMapper json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    /** The fields, the error in the reader's language; what was measured is left out until it is. */
    public Answers of(WebsiteAnalysis analysis) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        WebsiteAnalysis.Result result = analysis.result();
        if (result != null) {
            shown.setAll(json.<ObjectNode>valueToTree(result.measurement()));
            shown.set("proposal", json.valueToTree(WordedProposal.of(result.proposal(), texts)));
        }
        Message error = analysis.error();
        shown.put("url", analysis.url());
        shown.put("status", analysis.status().word());
        shown.put("progress", analysis.progress());
        shown.put("error_message", error == null ? null : texts.of(error));
        shown.put("started_at", analysis.startedAt().toString());
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("analysis", shown);
        return Answers.of(root);
    }
}

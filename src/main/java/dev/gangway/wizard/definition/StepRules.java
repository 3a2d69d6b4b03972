package dev.gangway.wizard.definition;

import dev.gangway.wizard.Answers;
import dev.gangway.wizard.FieldReader;
import dev.gangway.wizard.StepHandler.Check;
import dev.gangway.wizard.definition.AskedStep.AskedField;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Checks the answers of one step against what its author allows, for pages and API alike. */
public final class StepRules {

    private StepRules() {}

    /**
     * The answers in the form in which they are stored, or every problem beside its field.
     *
     * <p>Hidden fields are not checked: what was stored for them stays, what is sent for them is passed over.
     *
     * @param asked what the step asks for these answers
     * @param sent the submitted answers
     * @param stored what is stored until now
     */
    public static Check check(AskedStep asked, Answers sent, Answers stored) {
        FieldReader reader = new FieldReader(sent);
        FieldRules rules = new FieldRules(reader);
        asked.content().fields().forEach(field -> reader.passOver(field.key()));
        Map<String, JsonNode> normal = new LinkedHashMap<>();
        asked.content()
                .fields()
                .forEach(field -> stored.get(field.key()).ifPresent(kept -> normal.put(field.key(), kept)));
        for (AskedField field : asked.fields()) {
            String key = field.field().key();
            JsonNode value = rules.read(field.field());
            if (Asking.isAnswer(value)) {
                normal.put(key, value);
            } else {
                normal.remove(key);
                if (field.required()) {
                    reader.required(key);
                }
            }
        }
        return reader.result(() -> new Answers(normal));
    }
}

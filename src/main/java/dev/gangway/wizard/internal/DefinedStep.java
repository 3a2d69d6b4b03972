package dev.gangway.wizard.internal;

import dev.gangway.wizard.Answers;
import dev.gangway.wizard.FieldReader;
import dev.gangway.wizard.StepDefinition;
import dev.gangway.wizard.StepHandler;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.definition.AskedStep;
import dev.gangway.wizard.definition.Asking;
import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.StepContent;
import dev.gangway.wizard.definition.StepRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** One step of a defined wizard, for one wizard session as it was read. */
public final class DefinedStep implements StepHandler {

    private final Walk walk;
    private final StepContent step;
    private final @Nullable StoredResponse stored;
    private final ResponseStore responses;

    public DefinedStep(Walk walk, StepContent step, ResponseStore responses) {
        this.walk = walk;
        this.step = step;
        this.stored = walk.stored().get(step.key());
        this.responses = responses;
    }

    @Override
    public String key() {
        return step.key();
    }

    @Override
    public Answers initial() {
        return withDefaults(Answers.NONE);
    }

    /** What is stored, and the defaults of fields that were never asked yet. */
    @Override
    public Answers saved(WizardSessionId id) {
        return withDefaults(answers());
    }

    @Override
    public Check check(Answers answers, Answers saved) {
        // Only what was really answered is kept of hidden fields, never a default that nobody saw.
        return StepRules.check(asked(answers), answers, answers());
    }

    @Override
    public void store(WizardSession run, Answers answers, Answers saved) {
        Map<String, JsonNode> data =
                new LinkedHashMap<>(stored == null ? Map.of() : stored.data().fields());
        asked(answers).fields().forEach(field -> data.put(field.field().key(), NullNode.getInstance()));
        data.putAll(answers.fields());
        responses.write(run, key(), new Answers(data), walk.session().updatedAt());
    }

    @Override
    public Answers draftable(Answers typed) {
        return FieldReader.draftable(typed, field -> step.field(field).isPresent());
    }

    @Override
    public List<StepDefinition> asked(WizardSession run, Answers answers) {
        return walk.definitions(walk.givenWith(key(), answers));
    }

    /** What this step asks while its answers are these; nothing where it is hidden. */
    private AskedStep asked(Answers answers) {
        return Asking.of(walk.content(), walk.givenWith(key(), answers)).stream()
                .filter(asked -> asked.content().key().equals(key()))
                .findFirst()
                .orElseGet(() -> new AskedStep(step, false, List.of()));
    }

    private Answers answers() {
        return stored == null ? Answers.NONE : stored.answers();
    }

    private Answers withDefaults(Answers answers) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        for (Field field : step.fields()) {
            boolean neverAsked =
                    stored == null || stored.data().get(field.key()).isEmpty();
            answers.get(field.key())
                    .or(() -> neverAsked ? Optional.ofNullable(field.initial()) : Optional.empty())
                    .ifPresent(value -> all.put(field.key(), value));
        }
        return new Answers(all);
    }
}

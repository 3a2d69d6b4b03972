package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.html.Div;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.definition.AskedStep;
import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.FieldType;
import dev.gangway.wizard.definition.StepContent;
import dev.gangway.wizard.ui.DefinedForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The least, the most and the default of a field: each asked as the field itself will ask. */
final class BoundsCard extends Div {

    private static final List<String> PROPERTIES = List.of("min", "max", "default");

    private final transient Workbench bench;
    private final String place;
    private final transient DefinedForm form;
    private transient Answers before;

    BoundsCard(Workbench bench, String place, Field field) {
        this.bench = bench;
        this.place = place;
        addClassName("builder-bounds");
        List<Field> asked = new ArrayList<>();
        FieldType type = field.type();
        if (type.isCounted() || type.isOrdered()) {
            FieldType bound = type.isTemporal() ? type : FieldType.NUMBER;
            String what = type == FieldType.MULTIPLE_CHOICE ? "choices" : type.isCounted() ? "length" : "value";
            asked.add(question("min", bound, bench.of("builder.min." + what), List.of()));
            asked.add(question("max", bound, bench.of("builder.max." + what), List.of()));
        }
        FieldType initial = type == FieldType.RATING || type == FieldType.SLIDER ? FieldType.NUMBER : type;
        asked.add(question("default", initial, bench.of("builder.default"), field.options()));
        StepContent step = new StepContent("bounds", "", "", false, null, null, asked);
        form = new DefinedForm(
                step,
                typed -> new AskedStep(
                        step,
                        false,
                        asked.stream()
                                .map(one -> new AskedStep.AskedField(one, false))
                                .toList()),
                bench.words());
        Map<String, JsonNode> values = new LinkedHashMap<>();
        put(values, "min", field.min());
        put(values, "max", field.max());
        put(values, "default", field.initial());
        form.fields().read(new StepView("bounds", new Answers(values), Answers.NONE, 0, null), "");
        before = form.fields().current();
        form.fields().keepDraftsWith(typed -> keep());
        PropertyFields fields = new PropertyFields(bench, place);
        add(form.content());
        PROPERTIES.forEach(property -> add(fields.problems(place + "/" + property)));
    }

    private void keep() {
        Answers now = form.fields().current();
        for (String property : PROPERTIES) {
            JsonNode value = now.get(property).filter(one -> !isEmpty(one)).orElse(null);
            if (!now.get(property).equals(before.get(property))) {
                bench.change(sketch -> sketch.set(place, property, value));
            }
        }
        before = now;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isArray() && value.isEmpty())
                || (value.isString() && value.stringValue().isBlank());
    }

    private static void put(Map<String, JsonNode> values, String property, @Nullable JsonNode value) {
        if (value != null) {
            values.put(property, value);
        }
    }

    static Field question(String key, FieldType type, String label, List<Field.Option> options) {
        return new Field(key, type, label, "", false, null, null, null, options, null, null, null);
    }
}

package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.gangway.wizard.definition.Combination;
import dev.gangway.wizard.definition.Condition;
import dev.gangway.wizard.definition.Condition.Comparison;
import dev.gangway.wizard.definition.Condition.Operator;
import dev.gangway.wizard.definition.EarlierField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.BooleanNode;

/** When a step or field is asked or must be answered, chosen from the fields before it. */
final class ConditionCard extends Div {

    private final transient Workbench bench;
    private final String place;
    private final String property;
    private final transient List<EarlierField> earlier;
    private final transient @Nullable Condition condition;

    ConditionCard(Workbench bench, String owner, String property, @Nullable Condition condition) {
        this.bench = bench;
        this.property = property;
        this.condition = condition;
        place = owner + "/" + property;
        earlier = bench.sketch().earlier(owner);
        addClassName("builder-condition");
        // Where no field comes before, there is nothing to look at.
        setVisible(condition != null || !earlier.isEmpty());
        add(new H3(bench.of("builder." + property)));
        switch (condition) {
            case null -> {
                Paragraph always = new Paragraph(bench.of("builder." + property + ".none"));
                always.addClassName("quiet");
                add(always);
            }
            case Condition.All(var parts) -> several(parts, "all", Combination.ALL);
            case Condition.Any(var parts) -> several(parts, "any", Combination.ANY);
            case Comparison one -> add(row(one, place));
        }
        add(new PropertyFields(bench, place).problems(place), adding());
    }

    private void several(List<Condition> parts, String list, Combination combination) {
        Select<Combination> how = new Select<>();
        how.setLabel(bench.of("builder.condition.combine"));
        how.setItems(Combination.values());
        how.setItemLabelGenerator(
                one -> bench.of(one == Combination.ALL ? "builder.condition.all" : "builder.condition.any"));
        how.setValue(combination);
        how.addValueChangeListener(chosen -> bench.rebuild(sketch -> sketch.combine(place, chosen.getValue()), place));
        add(how);
        for (int index = 0; index < parts.size(); index++) {
            String at = place + "/" + list + "/" + index;
            add(parts.get(index) instanceof Comparison one ? row(one, at) : nested(at));
        }
    }

    private Div row(Comparison comparison, String at) {
        return new ComparisonRow(bench, place, at, comparison, earlier);
    }

    private Div nested(String at) {
        Div row = new Div(
                new Paragraph(bench.of("builder.condition.nested")),
                new PropertyFields(bench, at).remove(() -> bench.of("builder." + property), place),
                new PropertyFields(bench, at).problems(at));
        row.addClassName("builder-comparison");
        return row;
    }

    /** Where one more condition will be. */
    private String next() {
        return switch (condition) {
            case null -> "";
            case Comparison one -> "/all/1";
            case Condition.All(var parts) -> "/all/" + parts.size();
            case Condition.Any(var parts) -> "/any/" + parts.size();
        };
    }

    private Div adding() {
        Button add = new Button(bench.of("builder.condition.add"));
        add.setAriaLabel(bench.of("builder.condition.add") + ": " + bench.of("builder." + property));
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add.setVisible(!earlier.isEmpty());
        if (bench.wants(place) && !(condition instanceof Comparison)) {
            add.focus();
        }
        add.addClickListener(click -> bench.rebuild(
                sketch -> sketch.addCondition(
                        place, new Comparison(earlier.getLast().ref(), Operator.ANSWERED, BooleanNode.TRUE)),
                place + next()));
        return new Div(add);
    }
}

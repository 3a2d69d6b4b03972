package dev.gangway.wizard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.gangway.base.ui.TypedText;
import dev.gangway.wizard.Answers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A question asked by one Vaadin field.
 *
 * <p>Typing arrives soon after the last key stroke, so that a draft is kept within a second ({@link Typing}).
 */
class InputField<V extends @Nullable Object, C extends Component & HasValue<?, V> & HasValidation>
        implements AnswerField {

    /** What is answered where nobody can say what was meant: nothing that any field takes, so that it is refused. */
    private static final JsonNode UNREADABLE = StringNode.valueOf("?");

    private final String path;
    private final C field;
    private final AnswerShape<V> shape;
    private final String hint;
    private @Nullable Mark mark;

    InputField(String path, C field, AnswerShape<V> shape) {
        this.path = path;
        this.field = field;
        this.shape = shape;
        this.hint = field instanceof HasHelper helper && helper.getHelperText() != null ? helper.getHelperText() : "";
        field.setManualValidation(true);
        Typing.arrivesSoon(field);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Component component() {
        return field;
    }

    @Override
    public void read(Answers answers) {
        problem(null);
        mark(null);
        field.setValue(shape.read().apply(answers.get(path).orElse(null)));
    }

    @Override
    public void put(JsonNode value) {
        field.setValue(shape.read().apply(value));
    }

    @Override
    public Optional<JsonNode> answer() {
        return Optional.of(
                TypedText.isUnreadable(field) ? UNREADABLE : shape.write().apply(field.getValue()));
    }

    @Override
    public String words(JsonNode value) {
        return shape.words().apply(value);
    }

    @Override
    public void onChange(Runnable changed) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                mark(null);
                changed.run();
            }
        });
    }

    @Override
    public void problem(@Nullable String text) {
        field.setErrorMessage(text == null ? "" : text);
        field.setInvalid(text != null);
    }

    @Override
    public void mark(@Nullable Mark newMark) {
        if (mark != null) {
            field.removeClassName(mark.kind());
        }
        if (newMark != null) {
            field.addClassName(newMark.kind());
        }
        if (field instanceof HasHelper helper && (mark != null || newMark != null)) {
            helper.setHelperText(null);
            helper.setHelperComponent(newMark == null ? null : helper(newMark));
            if (newMark == null && !hint.isEmpty()) {
                helper.setHelperText(hint);
            }
        }
        mark = newMark;
    }

    private Component helper(Mark shown) {
        Span remark = new Span(shown.text());
        remark.addClassName("mark");
        Div helper = new Div(remark);
        if (!hint.isEmpty()) {
            helper.add(new Div(hint));
        }
        return helper;
    }
}

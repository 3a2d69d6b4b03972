package dev.gangway.wizard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.FieldType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/**
 * Asks each type of field in its way, and adds the question to a form's fields.
 *
 * <p>What is typed and makes no sense yet is kept as it is and sent as it is: the server's rules say what is wrong with
 * it, here as in the API.
 */
final class Questions {

    private static final String BLACK = "#000000";

    private final AnswerFields fields;
    private final Words words;
    private final AnswerWords answers;
    private final FieldHints hints;
    private final LocalNumbers numbers;
    private final ChoiceQuestions choices;
    private final MomentQuestions moments;

    Questions(AnswerFields fields, Words words) {
        this.fields = fields;
        this.words = words;
        answers = new AnswerWords(words);
        hints = new FieldHints(words);
        numbers = new LocalNumbers(words.locale());
        choices = new ChoiceQuestions(words);
        moments = new MomentQuestions(words);
    }

    /** Adds the question of a field; what the person sees of it. */
    Component ask(Field field) {
        return switch (field.type()) {
            case SHORT_TEXT -> add(field, typed("text"), text());
            case LONG_TEXT -> add(field, counted(field), text());
            case NUMBER -> add(field, typed("decimal"), number());
            case YES_NO -> add(field, choices.yesNo(field), ChoiceQuestions.yesNoShape());
            case SINGLE_CHOICE ->
                field.options().size() > ChoiceQuestions.MANY
                        ? add(field, ChoiceQuestions.searched(field), ChoiceQuestions.shape(field.choices()))
                        : add(field, choices.single(field), ChoiceQuestions.shape(field.choices()));
            case MULTIPLE_CHOICE ->
                field.options().size() > ChoiceQuestions.MANY
                        ? add(field, ChoiceQuestions.searchedSeveral(field), ChoiceQuestions.severalShape(field))
                        : add(field, ChoiceQuestions.several(field), ChoiceQuestions.severalShape(field));
            case DATE -> add(field, moments.date(field), MomentQuestions.shape(LocalDate::parse));
            case TIME -> add(field, moments.time(), MomentQuestions.shape(LocalTime::parse));
            case DATE_TIME -> add(field, moments.dateTime(field), MomentQuestions.shape(LocalDateTime::parse));
            case RATING -> add(field, choices.rating(field), ChoiceQuestions.ratingShape());
            case SLIDER -> add(field, slider(field), number());
            case COLOR -> add(field, color(field), text());
            case EMAIL -> add(field, new EmailField(), text());
            case URL -> add(field, typed("url"), text());
        };
    }

    private <
                    E extends HasValue.ValueChangeEvent<V>,
                    V,
                    C extends Component & com.vaadin.flow.component.shared.InputField<E, V> & HasValidation>
            Component add(Field field, C question, AnswerShape<V> shape) {
        question.setLabel(field.label());
        String hint = hints.of(field);
        if (!hint.isEmpty()) {
            question.setHelperText(hint);
        }
        question.addClassNames("question", "question-" + field.type().word());
        return fields.add(field.key(), question, shape.told(answer -> answers.of(field, answer)));
    }

    private static TextField typed(String keyboard) {
        TextField text = new TextField();
        keyboard(text, keyboard);
        return text;
    }

    /** Which keys a phone shows. */
    private static void keyboard(TextField text, String keyboard) {
        text.getElement()
                .executeJs("if (this.inputElement) { this.inputElement.setAttribute('inputmode', $0); }", keyboard);
    }

    private TextArea counted(Field field) {
        TextArea text = new TextArea();
        int most = field.max() == null ? FieldType.LONG : field.max().intValue();
        Span count = new Span();
        count.addClassName("counter");
        text.setSuffixComponent(count);
        Runnable show = () -> {
            String value = text.getValue().strip();
            int length = value.codePointCount(0, value.length());
            count.setText(words.of("question.count", length, most));
            count.setClassName("over", length > most);
        };
        text.addValueChangeListener(change -> show.run());
        show.run();
        return text;
    }

    private TypedOrPicked slider(Field field) {
        Scale scale = Scale.of(field);
        String first = String.valueOf(scale.first());
        NativeInput track = new NativeInput("range", first)
                .with("min", first)
                .with("max", String.valueOf(scale.last()))
                .with("step", "1");
        TypedOrPicked slider = new TypedOrPicked(
                track,
                words.of("question.slider.text", field.label()),
                field.label(),
                text -> numbers.parse(text)
                        .map(BigDecimal::toBigInteger)
                        .map(Object::toString)
                        .orElse(first),
                picked -> picked);
        keyboard(slider.text(), "numeric");
        return slider;
    }

    private TypedOrPicked color(Field field) {
        TypedOrPicked color = new TypedOrPicked(
                new NativeInput("color", BLACK),
                words.of("question.color.text", field.label()),
                words.of("question.color.pick", field.label()),
                text -> {
                    String lowered = text.strip().toLowerCase(Locale.ROOT);
                    return lowered.matches("#[0-9a-f]{6}") ? lowered : BLACK;
                },
                picked -> picked);
        color.text().setPlaceholder("#1a7f37");
        return color;
    }

    private static AnswerShape<String> text() {
        return new AnswerShape<>(
                Questions::written, value -> value.isBlank() ? NullNode.getInstance() : StringNode.valueOf(value));
    }

    private AnswerShape<String> number() {
        return new AnswerShape<>(
                answer -> answer != null && answer.isNumber() ? numbers.typed(answer.decimalValue()) : written(answer),
                typed -> typed.isBlank()
                        ? NullNode.getInstance()
                        : numbers.parse(typed)
                                .<JsonNode>map(Questions::plain)
                                .orElseGet(() -> StringNode.valueOf(typed)));
    }

    private static JsonNode plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return DecimalNode.valueOf(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    private static String written(@Nullable JsonNode answer) {
        return answer == null || answer.isNull() ? "" : answer.asString("");
    }
}

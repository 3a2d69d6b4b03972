package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.base.ui.TypedText;
import org.jspecify.annotations.Nullable;

/** Makes the fields of the forms of training alike. */
final class Inputs {

    private static final int LONGEST = 255;

    private final TrainingWords words;

    Inputs(TrainingWords words) {
        this.words = words;
    }

    TextField text(String key) {
        TextField field = new TextField(words.of(key));
        field.setMaxLength(LONGEST);
        return field;
    }

    /** A number with decimals, typed with a comma or a point. */
    TextField decimal(String key) {
        TextField field = text(key);
        field.getElement().setAttribute("inputmode", "decimal");
        return field;
    }

    /** What was typed into it; null: nothing, not a number where it is none. */
    static @Nullable Double decimal(TextField field) {
        String typed = field.getValue().strip().replace(',', '.').replace('−', '-');
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return Double.valueOf(typed);
        } catch (NumberFormatException notOne) {
            return Double.NaN;
        }
    }

    /** The value of a field in words; where something is typed that is none, what is refused as such instead of as empty. */
    static <F extends Component & HasValue<?, ?>> @Nullable String typed(F field, @Nullable String value) {
        return TypedText.isUnreadable(field) ? "?" : value;
    }

    IntegerField whole(String key) {
        return new IntegerField(words.of(key));
    }
}

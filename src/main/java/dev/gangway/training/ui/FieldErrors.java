package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import dev.gangway.base.FieldProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what a service says is wrong beside the fields that it is about. */
final class FieldErrors {

    private final TrainingWords words;
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    FieldErrors(TrainingWords words) {
        this.words = words;
    }

    /** The field of the page for a field of the request. */
    <F extends Component & HasValidation> F at(String path, F field) {
        fields.put(path, field);
        return field;
    }

    /** Takes a field and those inside it out again. */
    void forget(String path) {
        fields.keySet().removeIf(each -> each.equals(path) || each.startsWith(path + "."));
    }

    /** Shows the problems, the first with the focus; answers the words of those that no field is for. */
    List<String> show(List<FieldProblem> problems) {
        clear();
        List<String> others = new ArrayList<>();
        @Nullable HasValidation first = null;
        for (FieldProblem problem : problems) {
            HasValidation field = nearest(problem.field());
            String text = words.of(problem.message());
            if (field == null) {
                others.add(text);
            } else if (!field.isInvalid()) {
                field.setErrorMessage(text);
                field.setInvalid(true);
                first = first == null ? field : first;
            }
        }
        if (first instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        return others;
    }

    /** Nothing is wrong any more. */
    void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    /** The field itself, else the one that it is a part of. */
    private @Nullable HasValidation nearest(String path) {
        HasValidation field = fields.get(path);
        int dot = path.lastIndexOf('.');
        return field != null || dot < 0 ? field : nearest(path.substring(0, dot));
    }
}

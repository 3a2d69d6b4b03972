package dev.gangway.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValueContext;

/** What stands in a field, which is not always a value of it. */
public final class TypedText {

    private TypedText() {}

    /** Whether something is typed that is no value of the field at all, such as letters where a date belongs. */
    public static <F extends Component & HasValue<?, ?>> boolean isUnreadable(F field) {
        return field.isEmpty()
                && field instanceof HasValidator<?> validating
                && validating
                        .getDefaultValidator()
                        .apply(null, new ValueContext(new Binder<>(), field))
                        .isError();
    }
}

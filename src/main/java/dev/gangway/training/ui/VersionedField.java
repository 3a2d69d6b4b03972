package dev.gangway.training.ui;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What an administrator sees as one field of something that has a version, so that each can be merged by itself.
 *
 * @param label what it is called
 * @param value what it holds, compared with what others saved
 * @param says what it says, in words
 * @param show shows it in the form
 * @param <T> what has the version
 */
record VersionedField<T>(String label, Function<T, Object> value, Function<T, String> says, Consumer<T> show) {

    /** A field whose words say all that it holds. */
    VersionedField(String label, Function<T, String> says, Consumer<T> show) {
        this(label, says::apply, says, show);
    }

    String of(T value) {
        return says.apply(value);
    }
}

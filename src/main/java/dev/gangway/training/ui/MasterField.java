package dev.gangway.training.ui;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What an administrator sees as one field of a piece of master data, so that each can be merged by itself.
 *
 * @param label what it is called
 * @param says what it says, in words
 * @param show shows it in the form
 * @param <T> the master data
 */
record MasterField<T>(String label, Function<T, String> says, Consumer<T> show) {

    String of(T value) {
        return says.apply(value);
    }
}

package dev.gangway.base.operations;

import java.util.List;

/** What is configured cannot be used; told as {@link WrongConfigurationAnalyzer} tells of values that do not fit. */
public class RefusedConfiguration extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    /**
     * Refuses it.
     *
     * @param mistakes each with the name, where it was set and what is allowed, and without anything secret
     */
    public RefusedConfiguration(List<String> mistakes) {
        super(String.join("; ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    List<String> mistakes() {
        return mistakes;
    }
}

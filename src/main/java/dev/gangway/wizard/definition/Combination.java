package dev.gangway.wizard.definition;

/** How several conditions make one. */
public enum Combination {
    /** Each must hold. */
    ALL("all"),
    /** One suffices. */
    ANY("any");

    private final String property;

    Combination(String property) {
        this.property = property;
    }

    String property() {
        return property;
    }
}

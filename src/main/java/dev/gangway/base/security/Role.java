package dev.gangway.base.security;

/** What an account may do; an account may hold several. */
public enum Role {
    /** Walks the onboarding and runs wizards. */
    USER,
    /** Gives lessons. */
    TRAINER,
    /** Defines wizards, watches wizard sessions and manages accounts. */
    ADMIN;

    /** The name in annotations such as {@code @RolesAllowed}. */
    public static final String ADMIN_NAME = "ADMIN";

    /** The name in annotations such as {@code @RolesAllowed}. */
    public static final String USER_NAME = "USER";

    /** The name in annotations such as {@code @RolesAllowed}. */
    public static final String TRAINER_NAME = "TRAINER";
}

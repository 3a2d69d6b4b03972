package dev.gangway.account;

import dev.gangway.base.security.Role;
import java.util.Set;

/** Who has to have a second factor among those that log in with a password. */
public enum SecondFactorRule {
    /** Nobody has to. */
    OPTIONAL,
    /** Administrators have to. */
    REQUIRED_FOR_ADMINISTRATORS,
    /** Everyone has to. */
    REQUIRED;

    /** Whether somebody with these roles has to. */
    public boolean holdsFor(Set<Role> roles) {
        return switch (this) {
            case OPTIONAL -> false;
            case REQUIRED_FOR_ADMINISTRATORS -> roles.contains(Role.ADMIN);
            case REQUIRED -> true;
        };
    }
}

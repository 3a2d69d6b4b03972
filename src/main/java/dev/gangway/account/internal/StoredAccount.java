package dev.gangway.account.internal;

import dev.gangway.base.security.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * An account as it is stored. Only what was changed is written: {@link OwnAccountStore} writes past the version.
 */
@Entity
@DynamicUpdate
@Table(name = "accounts")
public class StoredAccount implements Persistable<String> {

    @Id
    private String id;

    private String username;
    private @Nullable String email;
    private @Nullable String passwordHash;
    private boolean enabled = true;
    private @Nullable String language;
    private String appearance = "SYSTEM";

    @Version
    private int version;

    private Instant createdAt;
    private Instant updatedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_roles", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    /** An id that was set by hand would make Spring Data look for the row first. */
    @Transient
    private boolean isNew = true;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected StoredAccount() {}

    /** A new, enabled account without password. */
    public StoredAccount(String id, String username, @Nullable String email, Set<Role> roles, Instant now) {
        this.id = id;
        this.username = username;
        this.email = email;
        this.roles.addAll(roles);
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Sets another password, by its hash. */
    public void changePassword(String hash, Instant now) {
        this.passwordHash = hash;
        this.updatedAt = now;
    }

    /** Lets nobody log in with it any more. */
    public void disable(Instant now) {
        this.enabled = false;
        this.updatedAt = now;
    }

    /** Gives it exactly these roles. */
    public void changeRoles(Set<Role> wanted, Instant now) {
        roles.clear();
        roles.addAll(wanted);
        this.updatedAt = now;
    }

    @PostLoad
    @PostPersist
    void isStored() {
        isNew = false;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    @Override
    public String getId() {
        return id;
    }

    /** The name to log in with. */
    public String username() {
        return username;
    }

    /** The address, or null. */
    public @Nullable String email() {
        return email;
    }

    /** The hash of the password, or null where it cannot log in with one. */
    public @Nullable String passwordHash() {
        return passwordHash;
    }

    /** Whether it may log in. */
    public boolean enabled() {
        return enabled;
    }

    /** The chosen language as a BCP 47 tag, or null. */
    public @Nullable String language() {
        return language;
    }

    /** SYSTEM, LIGHT or DARK. */
    public String appearance() {
        return appearance;
    }

    /** What it may do. */
    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When it was last changed. */
    public Instant updatedAt() {
        return updatedAt;
    }
}

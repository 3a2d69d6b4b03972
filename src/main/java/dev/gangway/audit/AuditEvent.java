package dev.gangway.audit;

import dev.gangway.base.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done, as the audit trail keeps it.
 *
 * <pre>{@code
 * trail.record(AuditEvent.by(admin, "reconcile.applied").with("rows", 30));
 * trail.record(AuditEvent.by(admin, "personal_data.erased").about(user).personal("was", "ada"));
 * }</pre>
 *
 * @param actor who did it; null: the system itself
 * @param action what was done, in lower-case words joined by dots, the module first: {@code account.disabled}; worded for
 *     readers by {@code audit.action.ACTION} in the language files
 * @param user whose data it was about; null: nobody's in particular
 * @param details what stays in the trail for good: never an account's id, a name or a secret
 * @param personal what describes the person of {@code user}, and goes when their account is erased; never a secret
 */
public record AuditEvent(
        @Nullable UserId actor,
        String action,
        @Nullable UserId user,
        Map<String, Object> details,
        Map<String, Object> personal) {

    /**
     * @throws IllegalArgumentException where something personal is said about nobody
     */
    public AuditEvent {
        details = Map.copyOf(details);
        personal = Map.copyOf(personal);
        if (user == null && !personal.isEmpty()) {
            throw new IllegalArgumentException("What is personal belongs to someone");
        }
    }

    /** Something that a person did. */
    public static AuditEvent by(UserId actor, String action) {
        return new AuditEvent(actor, action, null, Map.of(), Map.of());
    }

    /** Something that a job or a command did by itself. */
    public static AuditEvent bySystem(String action) {
        return new AuditEvent(null, action, null, Map.of(), Map.of());
    }

    /** The same, done to someone's data. */
    public AuditEvent about(UserId whose) {
        return new AuditEvent(actor, action, whose, details, personal);
    }

    /** The same with a detail that stays for good; a text, a number, a boolean, or a list or map of these. */
    public AuditEvent with(String name, Object value) {
        return new AuditEvent(actor, action, user, added(details, name, value), personal);
    }

    /** The same with a detail that goes with the person. */
    public AuditEvent personal(String name, Object value) {
        return new AuditEvent(actor, action, user, details, added(personal, name, value));
    }

    private static Map<String, Object> added(Map<String, Object> values, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return more;
    }
}

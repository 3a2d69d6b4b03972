package dev.gangway.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of the audit trail.
 *
 * @param id ordered by time
 * @param at when it was done
 * @param actor who did it; null: the system itself
 * @param action what was done, such as {@code account.disabled}
 * @param user whose data it was about; null: nobody's in particular
 * @param details what stays for good
 * @param personal what describes the person; empty once their account was erased
 */
public record AuditEntry(
        UUID id,
        Instant at,
        @Nullable Person actor,
        String action,
        @Nullable Person user,
        Map<String, JsonNode> details,
        Map<String, JsonNode> personal) {

    public AuditEntry {
        details = Map.copyOf(details);
        personal = Map.copyOf(personal);
    }

    /**
     * Someone in the trail.
     *
     * @param id the account's id, or a pseudonym once it was erased
     * @param username the name it logs in with today; null where the account was erased
     */
    public record Person(String id, @Nullable String username) {

        /** Whether the account is gone. */
        public boolean isErased() {
            return username == null;
        }
    }
}

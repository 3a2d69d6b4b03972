package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.security.SecurityEvent;
import dev.gangway.live.LiveChanges;
import dev.gangway.login.LoginSessions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends login sessions, and tells the pages that are open in them, on whichever replica; also that a role is gone. */
@Component
public class LoginEndings {

    private static final UUID NONE_KEPT = new UUID(0, 0);

    private final LoginSessionStore store;
    private final LiveChanges live;
    private final Clock clock;

    LoginEndings(LoginSessionStore store, LiveChanges live, Clock clock) {
        this.store = store;
        this.live = live;
        this.clock = clock;
    }

    /** Ends one of the account's own; false where the account has no live one with the id. */
    public boolean end(UserId userId, UUID id) {
        boolean ended = store.end(userId, id, clock.instant());
        if (ended) {
            SecurityEvent.LOGGED_OUT.log(userId, "login=" + id);
            tell(List.of(id));
        }
        return ended;
    }

    /** Ends the one with the hash of its token, where it is live. */
    public void endByToken(byte[] hash) {
        tell(store.endByToken(hash, clock.instant()).stream().toList());
    }

    /** Ends all of the account's but one, and says how many. */
    public int endOthers(UserId userId, UUID kept) {
        List<UUID> ended = store.endOthers(userId, kept, clock.instant());
        if (!ended.isEmpty()) {
            SecurityEvent.LOGGED_OUT.log(userId, "logins=" + ended.size());
        }
        tell(ended);
        return ended.size();
    }

    /** Ends all of the account's. */
    void endAll(UserId userId) {
        endOthers(userId, NONE_KEPT);
    }

    /** Has the account's open pages look at what it may do now. */
    void rolesTaken(UserId userId) {
        tell(store.live(userId, clock.instant()));
    }

    private void tell(List<UUID> ended) {
        live.publish(LoginSessions.ENDED, ended.stream().map(UUID::toString).toList());
    }
}

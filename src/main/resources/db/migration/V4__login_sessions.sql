-- One row for each authenticated login, with its own copy of the account's onboarding status.
CREATE TABLE login_sessions (
    id                   uuid         PRIMARY KEY,
    user_id              varchar(255) NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    token_hash           bytea        NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    kind                 varchar(16)  NOT NULL CHECK (kind IN ('browser', 'api')),
    is_active            boolean      NOT NULL DEFAULT true,
    needs_onboarding     boolean      NOT NULL,
    onboarding_completed boolean      NOT NULL,
    onboarding_step      varchar(100) NOT NULL,
    created_at           timestamptz  NOT NULL,
    updated_at           timestamptz  NOT NULL,
    last_activity        timestamptz  NOT NULL,
    expires_at           timestamptz  NOT NULL,
    ip_address           varchar(64),
    user_agent           varchar(512),
    CHECK (expires_at > created_at AND expires_at <= created_at + interval '30 days'),
    CHECK (last_activity >= created_at)
) WITH (fillfactor = 70); -- rows are touched by every minute of activity and by every change of the onboarding

CREATE INDEX login_sessions_active_user_id_idx ON login_sessions (user_id) WHERE is_active;

-- Makes the copies of an account's live login sessions right, in the transaction of the change that made them wrong.
-- The EXCEPTION block is a savepoint without a round trip of its own: where the update fails, the change still stands,
-- and the caller is told why. Returns how many rows changed, or -1 and the reason.
CREATE FUNCTION copy_onboarding_to_login_sessions(account varchar, at timestamptz, OUT updated integer, OUT problem text)
    LANGUAGE plpgsql AS
$$
BEGIN
    UPDATE login_sessions s
    SET needs_onboarding = c.needs_onboarding, onboarding_completed = c.onboarding_completed,
        onboarding_step = c.onboarding_step, updated_at = at
    FROM (SELECT coalesce(o.needs_onboarding, n.needs_onboarding)         AS needs_onboarding,
                 coalesce(o.onboarding_completed, n.onboarding_completed) AS onboarding_completed,
                 coalesce(o.onboarding_step, n.onboarding_step)           AS onboarding_step
          FROM onboarding_copy(NULL, NULL) n
          LEFT JOIN onboarding_copies o ON o.user_id = account) c
    WHERE s.user_id = account AND s.is_active AND s.expires_at > at
      AND (s.needs_onboarding, s.onboarding_completed, s.onboarding_step)
          IS DISTINCT FROM (c.needs_onboarding, c.onboarding_completed, c.onboarding_step);
    GET DIAGNOSTICS updated = ROW_COUNT;
EXCEPTION WHEN OTHERS THEN
    updated := -1;
    problem := SQLSTATE || ' ' || SQLERRM;
END
$$;

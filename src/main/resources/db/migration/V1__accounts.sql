-- Accounts and what they may do. An id is an opaque string: our own UUID or an identity provider's subject.
CREATE TABLE accounts (
    id            varchar(255) PRIMARY KEY CHECK (id <> ''),
    username      varchar(255) NOT NULL CHECK (btrim(username) <> ''),
    email         varchar(320),
    password_hash varchar(255),                       -- null: cannot log in with a password
    enabled       boolean      NOT NULL DEFAULT true,
    language      varchar(16),                        -- null: as the browser says
    appearance    varchar(16)  NOT NULL DEFAULT 'SYSTEM' CHECK (appearance IN ('SYSTEM', 'LIGHT', 'DARK')),
    version       integer      NOT NULL DEFAULT 0,
    created_at    timestamptz  NOT NULL,
    updated_at    timestamptz  NOT NULL
);

-- A name belongs to one account however it is written.
CREATE UNIQUE INDEX accounts_username_key ON accounts (lower(username));

CREATE TABLE account_roles (
    user_id varchar(255) NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    role    varchar(16)  NOT NULL CHECK (role IN ('USER', 'TRAINER', 'ADMIN')),
    PRIMARY KEY (user_id, role)
);

-- The one-time link that makes the first administrator. One row at most, so that two replicas that start at once agree.
CREATE TABLE first_administrator_links (
    only_one   boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    token_hash bytea       NOT NULL CHECK (octet_length(token_hash) = 32),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);

-- Failed log-ins within the last window, by hashed name and by address, shared by all replicas.
-- The times are kept, not a count, so that the window slides. A name is hashed because people type passwords into it.
CREATE TABLE log_in_failures (
    key       bytea         PRIMARY KEY CHECK (octet_length(key) = 32),
    failed_at timestamptz[] NOT NULL
) WITH (fillfactor = 70);

-- Counts an attempt as failed before the password is checked, so that attempts at the same moment cannot all pass.
-- Returns 0 when the attempt may be made, else the seconds until the next one may be. The name's row is always locked
-- before the address's row, so that two attempts cannot wait for each other.
CREATE FUNCTION reserve_log_in(name_key bytea, name_limit integer, address_key bytea, address_limit integer,
                               at timestamptz, length interval) RETURNS integer
    LANGUAGE plpgsql AS
$$
DECLARE
    by_name    timestamptz[];
    by_address timestamptz[];
    free_at    timestamptz;
BEGIN
    INSERT INTO log_in_failures (key, failed_at) VALUES (name_key, '{}') ON CONFLICT DO NOTHING;
    SELECT ARRAY(SELECT t FROM unnest(failed_at) t WHERE t > at - length ORDER BY t) INTO by_name
    FROM log_in_failures WHERE key = name_key FOR UPDATE;
    INSERT INTO log_in_failures (key, failed_at) VALUES (address_key, '{}') ON CONFLICT DO NOTHING;
    SELECT ARRAY(SELECT t FROM unnest(failed_at) t WHERE t > at - length ORDER BY t) INTO by_address
    FROM log_in_failures WHERE key = address_key FOR UPDATE;

    IF cardinality(by_name) >= name_limit THEN
        free_at := by_name[cardinality(by_name) - name_limit + 1] + length;
    END IF;
    IF cardinality(by_address) >= address_limit THEN
        free_at := greatest(free_at, by_address[cardinality(by_address) - address_limit + 1] + length);
    END IF;
    IF free_at IS NOT NULL THEN
        RETURN greatest(1, ceil(extract(epoch FROM free_at - at))::integer);
    END IF;

    UPDATE log_in_failures SET failed_at = by_name || at WHERE key = name_key;
    UPDATE log_in_failures SET failed_at = by_address || at WHERE key = address_key;
    RETURN 0;
END
$$;

-- A right password: the name starts anew, and the address gets back what this attempt had reserved.
CREATE FUNCTION forgive_log_in(name_key bytea, address_key bytea, at timestamptz) RETURNS void
    LANGUAGE plpgsql AS
$$
BEGIN
    DELETE FROM log_in_failures WHERE key = name_key;
    UPDATE log_in_failures
    SET failed_at = failed_at[:array_position(failed_at, at) - 1] || failed_at[array_position(failed_at, at) + 1:]
    WHERE key = address_key AND at = ANY (failed_at);
END
$$;

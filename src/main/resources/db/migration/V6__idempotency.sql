-- Answers kept for 24 hours, so that a repeated request finds its first effect. Written in the transaction of that effect.
-- Neither the key nor the request is stored: the key as its hash, the request as a hash keyed with the key, so that a
-- copy of this table tells nothing about what was sent.
CREATE TABLE idempotency_keys (
    user_id      varchar(255) NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    key_hash     bytea        NOT NULL CHECK (octet_length(key_hash) = 32),
    request_hash bytea        NOT NULL CHECK (octet_length(request_hash) = 32),
    status       integer      NOT NULL CHECK (status BETWEEN 200 AND 499),
    headers      jsonb        NOT NULL,
    body         bytea        NOT NULL,
    created_at   timestamptz  NOT NULL,
    expires_at   timestamptz  NOT NULL,
    PRIMARY KEY (user_id, key_hash)
);

CREATE INDEX idempotency_keys_expires_at_idx ON idempotency_keys (expires_at);

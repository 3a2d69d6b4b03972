-- One-time links by which people choose a password; at most one for an account, the latest. Only the hash of its secret is kept.
CREATE TABLE password_links (
    user_id    varchar(255) PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    token_hash bytea        NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    created_at timestamptz  NOT NULL,
    expires_at timestamptz  NOT NULL
);

-- The second factor of an account: the secret that its authenticator app makes codes from, and what lets in without the app.
CREATE TABLE second_factors (
    user_id           varchar(255) PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    ciphertext        bytea        NOT NULL,
    encryption_key_id bigint       NOT NULL,
    confirmed_at      timestamptz,                  -- null: being set up, and asked for by nobody
    last_step         bigint       NOT NULL DEFAULT 0, -- codes of this time step and of earlier ones let nobody in any more
    created_at        timestamptz  NOT NULL
);
COMMENT ON COLUMN second_factors.ciphertext IS 'The shared secret, encrypted by the data key that encryption_key_id names';

-- Each of 120 random bits, so that a plain hash is enough; each good once.
CREATE TABLE recovery_codes (
    user_id   varchar(255) NOT NULL REFERENCES second_factors (user_id) ON DELETE CASCADE,
    code_hash bytea        NOT NULL CHECK (octet_length(code_hash) = 32),
    used_at   timestamptz,
    PRIMARY KEY (user_id, code_hash)
);

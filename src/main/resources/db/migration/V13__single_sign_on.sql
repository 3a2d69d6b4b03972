-- Accounts of people who log in at an identity provider, and what administrators need to find accounts.

-- issuer: whose subject the id is; null for accounts of our own. Such an account has no password, and no other issuer can
-- speak for it. signed_on_at: when the provider issued the newest token that was seen, so that an older one, used late,
-- does not bring old roles back. roles_by_issuer: the roles are the provider's to change, not an administrator's here.
ALTER TABLE accounts
    ADD COLUMN issuer          varchar(512),
    ADD COLUMN signed_on_at    timestamptz,
    ADD COLUMN roles_by_issuer boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT accounts_issuer_check CHECK (issuer IS NULL OR password_hash IS NULL);

-- A login session of a token that somebody else issued ends when the token does, however it is used.
ALTER TABLE login_sessions ADD COLUMN token_expires_at timestamptz;

-- Finding accounts: in the order of names, and by any part of name, address or id.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX accounts_name_order_idx ON accounts (lower(username) COLLATE "C", id);
CREATE INDEX accounts_search_idx ON accounts
    USING gin (lower(username || ' ' || coalesce(email, '') || ' ' || id) gin_trgm_ops);
-- The few who hold more than the role that everyone holds.
CREATE INDEX account_roles_role_idx ON account_roles (role, user_id) WHERE role <> 'USER';

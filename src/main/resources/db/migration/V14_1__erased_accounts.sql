-- Which accounts were erased lately, so that a token that an identity provider issued before, and that is still good, does
-- not make the account anew. Only a hash of the id, and only for as long as such tokens live (30 days).
create table erased_accounts (
    id_hash   bytea       primary key check (octet_length(id_hash) = 32),
    erased_at timestamptz not null
);
create index erased_accounts_by_time on erased_accounts (erased_at);

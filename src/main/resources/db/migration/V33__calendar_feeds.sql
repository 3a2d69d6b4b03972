-- The secret address from which a person's calendar reads their lessons: one for each person, by the hash of its token.
create table calendar_feeds (
    user_id         varchar(255) primary key references accounts (id) on delete cascade,
    token_hash      bytea        not null unique check (octet_length(token_hash) = 32),
    -- In which the person made it: calendars do not say what their owner reads.
    language        varchar(35)  not null,
    created_at      timestamptz  not null,
    last_fetched_at timestamptz,
    -- What the calendar was when it was fetched last, and since when it is so.
    digest          bytea check (octet_length(digest) = 32),
    changed_at      timestamptz  not null
);


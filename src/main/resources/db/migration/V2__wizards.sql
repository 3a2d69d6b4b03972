-- The wizard engine: which wizards exist, and every account's runs through them.

create table wizards (
    id         uuid         primary key,
    key        varchar(100) not null unique,
    name       varchar(200) not null,
    version    integer      not null check (version >= 1),
    created_at timestamptz  not null default now()
);
comment on table wizards is 'Definitions of ordered steps; version is the one that new wizard sessions run';

-- Counted in shards, so that two people who finish at the same moment do not wait for each other.
create table wizard_completions (
    wizard_id uuid     not null references wizards (id),
    shard     smallint not null check (shard between 0 and 15),
    completed bigint   not null check (completed >= 0),
    primary key (wizard_id, shard)
);
comment on table wizard_completions is 'How many wizard sessions were completed; the count of a wizard is the sum of its shards';

create table wizard_sessions (
    id                  uuid          primary key,
    user_id             varchar(255)  not null references accounts (id) on delete cascade,
    wizard_id           uuid          not null references wizards (id),
    wizard_version      integer       not null,
    session_name        varchar(200)  not null,
    status              varchar(20)   not null,
    current_step        varchar(100)  not null,
    progress_percentage numeric(5, 2) not null,
    -- What became of each step, by key: {"website": {"state": "completed", "completed_at": …, "saved_at": …, "version": 3}}.
    -- In this row, because a reader that waited for the row's lock gets this row anew, and only this row.
    steps               jsonb         not null,
    version             bigint        not null,
    started_at          timestamptz   not null,
    last_activity_at    timestamptz   not null,
    updated_at          timestamptz   not null,
    completed_at        timestamptz,
    abandoned_at        timestamptz,
    total_time_seconds  bigint,
    constraint wizard_session_status check (status in ('in_progress', 'completed', 'abandoned', 'expired')),
    constraint wizard_session_progress check (progress_percentage between 0 and 100),
    constraint wizard_session_completed check (
        (status = 'completed') = (completed_at is not null)
        and (status = 'completed') = (progress_percentage = 100)
        and (status = 'completed') = (total_time_seconds is not null)),
    constraint wizard_session_abandoned check ((status = 'abandoned') = (abandoned_at is not null)),
    constraint wizard_session_time check (total_time_seconds >= 0)
) with (fillfactor = 70);
comment on table wizard_sessions is 'One account''s run through one wizard version';

create index wizard_sessions_by_account on wizard_sessions (user_id, wizard_id);

-- What a step's answers were before they were saved again: the base that edits of a stale tab are merged on.
create table response_history (
    wizard_session_id uuid         not null references wizard_sessions (id) on delete cascade,
    step_key          varchar(100) not null,
    version           bigint       not null,
    user_id           varchar(255) not null references accounts (id) on delete cascade,
    data              jsonb        not null,
    saved_at          timestamptz  not null,
    primary key (wizard_session_id, step_key, version)
);
comment on column response_history.version is 'The version of the wizard session that these answers were saved with';

create table drafts (
    wizard_session_id uuid         not null references wizard_sessions (id) on delete cascade,
    step_key          varchar(100) not null,
    user_id           varchar(255) not null references accounts (id) on delete cascade,
    data              jsonb        not null,
    updated_at        timestamptz  not null,
    primary key (wizard_session_id, step_key)
) with (fillfactor = 70);
comment on table drafts is 'Typed, not yet submitted answers; data maps a field''s path to its value, never a secret';

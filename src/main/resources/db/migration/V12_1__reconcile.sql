-- What was done to make copies agree with their source, so that it can be watched, told and undone.
create table reconcile_applies (
    id          uuid        primary key,
    copy        varchar(50) not null,
    state       varchar(20) not null
        check (state in ('running', 'done', 'cancelled', 'failed', 'undoing', 'undone')),
    started_by  varchar(255) references accounts (id) on delete set null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    -- The rows that were chosen; null: all that disagree.
    selected    text[],
    -- How many rows are to be looked at; null: not counted yet.
    expected    bigint,
    -- The last row that was looked at: where the work goes on after a crash.
    position    varchar(255) not null default '' collate "C",
    changed     bigint      not null default 0,
    skipped     bigint      not null default 0,
    undone_by   varchar(255) references accounts (id) on delete set null,
    undone_at   timestamptz,
    restored    bigint      not null default 0,
    kept        bigint      not null default 0,
    check ((state in ('running', 'undoing')) = (finished_at is null))
) with (fillfactor = 70);
comment on table reconcile_applies is 'Each time copies were made to agree with their source: who, when, what, and how far it is';
comment on column reconcile_applies.kept is 'Rows that an undo left, because they had changed since';

-- One at a time for each copy, however many administrators press the button.
create unique index reconcile_applies_at_work on reconcile_applies (copy) where state in ('running', 'undoing');
create index reconcile_applies_newest on reconcile_applies (copy, id);
create index reconcile_applies_started_by on reconcile_applies (started_by) where started_by is not null;
create index reconcile_applies_undone_by on reconcile_applies (undone_by) where undone_by is not null;

create table reconcile_changes (
    apply_id uuid         not null references reconcile_applies (id) on delete cascade,
    row_id   varchar(255) not null collate "C",
    -- Whose row it is. No foreign key, whose lock on the account could wait in a circle with the deletion of that account.
    user_id  varchar(255),
    before   jsonb        not null,
    after    jsonb        not null,
    -- Whether an undo brought the values back; false: the row had changed since; null: no undo came by yet.
    restored boolean,
    primary key (apply_id, row_id)
) with (fillfactor = 70);
comment on table reconcile_changes is 'What an apply changed, row by row';

create index reconcile_changes_by_user on reconcile_changes (user_id) where user_id is not null;

-- A person takes along what was changed about them. Runs after the deletion of the account's rows elsewhere (triggers run in
-- the order of their names, and those of foreign keys begin with "RI"), which waits for a batch that holds these rows.
create function forget_account_in_reconcile() returns trigger
    language plpgsql as
$$
begin
    delete from reconcile_changes where user_id = old.id;
    return null;
end
$$;

create trigger accounts_forgotten_in_reconcile
    after delete on accounts
    for each row execute function forget_account_in_reconcile();

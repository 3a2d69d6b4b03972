-- Wizard sessions that run are moved to the published version of their wizard, one after the other and in the background.
create table wizard_moves (
    id          uuid        primary key,
    wizard_id   uuid        not null,
    version     integer     not null,
    state       varchar(20) not null,
    started_by  varchar(255) references accounts (id) on delete set null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    expected    bigint      not null check (expected >= 0),
    -- The last wizard session that was looked at; null: none yet.
    position    uuid,
    moved       bigint      not null default 0 check (moved >= 0),
    passed_over bigint      not null default 0 check (passed_over >= 0),
    kept        bigint      not null default 0 check (kept >= 0),
    dropped     bigint      not null default 0 check (dropped >= 0),
    constraint wizard_move_version foreign key (wizard_id, version) references wizard_versions (wizard_id, version) on delete cascade,
    constraint wizard_move_state check (state in ('running', 'done', 'cancelled', 'failed')),
    constraint wizard_move_finished check ((state = 'running') = (finished_at is null))
) with (fillfactor = 50);
comment on table wizard_moves is 'Each time the running wizard sessions of a wizard were moved to a version: who, when, and how far it is';
comment on column wizard_moves.passed_over is 'Wizard sessions that were over, or on the version already, when their turn came';
comment on column wizard_moves.kept is 'Answers that the version takes';
comment on column wizard_moves.dropped is 'Answers that it does not take; they stay in response_history';
create unique index one_move_a_wizard on wizard_moves (wizard_id) where state = 'running';
create index wizard_moves_by_wizard on wizard_moves (wizard_id, id desc);
create index wizard_moves_by_starter on wizard_moves (started_by) where started_by is not null;

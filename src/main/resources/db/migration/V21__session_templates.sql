-- Saved answers of completed wizard sessions, for starting new ones prefilled.

create table session_templates (
    id             uuid          primary key,
    user_id        varchar(255)  not null references accounts (id) on delete cascade,
    wizard_id      uuid          not null references wizards (id),
    wizard_version integer       not null,
    name           varchar(200)  not null check (btrim(name) <> ''),
    description    varchar(2000) not null,
    is_public      boolean       not null,
    -- By step and field, as they were submitted: {"basics": {"model": "pro", "cable": 120}}. No table of their own,
    -- because they are only ever read and written whole.
    answers        jsonb         not null check (jsonb_typeof(answers) = 'object'),
    times_used     bigint        not null default 0 check (times_used >= 0),
    created_at     timestamptz   not null
) with (fillfactor = 90);
comment on table session_templates is 'Answers of a completed wizard session, kept for starting new ones prefilled';

create index session_templates_by_account on session_templates (user_id, id);
create index session_templates_public on session_templates (id) where is_public;
create index session_templates_by_wizard on session_templates (wizard_id);

-- Where a wizard session was started from, so that its page can say so and what did not fit.
create table session_template_uses (
    wizard_session_id uuid         primary key references wizard_sessions (id) on delete cascade,
    user_id           varchar(255) not null references accounts (id) on delete cascade,
    -- Null once the template is deleted.
    template_id       uuid         references session_templates (id) on delete set null,
    -- Answers that were not taken over: [{"step": "basics", "field": "model", "reason": "GONE"}].
    left_out          jsonb        not null check (jsonb_typeof(left_out) = 'array'),
    used_at           timestamptz  not null
);
comment on table session_template_uses is 'Which wizard sessions were started from which template';

create index session_template_uses_by_template on session_template_uses (template_id) where template_id is not null;
create index session_template_uses_by_account on session_template_uses (user_id);

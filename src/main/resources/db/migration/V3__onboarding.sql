-- The onboarding: the built-in wizard of six steps, with its answers as typed data.

insert into wizards (id, key, name, version)
values ('01890000-0000-7000-8000-000000000001', 'onboarding', 'Onboarding', 1);

create unique index one_onboarding_per_account on wizard_sessions (user_id)
    where wizard_id = '01890000-0000-7000-8000-000000000001';

create table api_keys (
    wizard_session_id uuid         not null references wizard_sessions (id) on delete cascade,
    provider          varchar(20)  not null,
    user_id           varchar(255) not null references accounts (id) on delete cascade,
    ciphertext        bytea        not null,
    encryption_key_id bigint       not null,
    last_four         varchar(4)   not null,
    saved_at          timestamptz  not null,
    primary key (wizard_session_id, provider),
    constraint api_key_provider check (provider in
        ('openai', 'anthropic', 'gemini', 'mistral', 'exa', 'tavily', 'serper', 'firecrawl', 'copilotkit'))
);

create table website_analyses (
    wizard_session_id     uuid          primary key references wizard_sessions (id) on delete cascade,
    user_id               varchar(255)  not null references accounts (id) on delete cascade,
    website_url           varchar(500)  not null default '',
    no_website            boolean       not null default false,
    business_description  varchar(1000) not null default '',
    industry              varchar(100)  not null default '',
    target_audience       varchar(500)  not null default '',
    business_goals        varchar(1000) not null default '',
    tone                  varchar(100)  not null default '',
    formality             varchar(100)  not null default '',
    complexity            varchar(100)  not null default '',
    content_type          varchar(100)  not null default '',
    brand_values          text[]        not null default '{}'
) with (fillfactor = 70);
comment on table website_analyses is 'The answers of step 2: the website and what it is for';

-- Apart from the answers, because a background job writes here while the person goes on answering.
create table website_measurements (
    wizard_session_id uuid         primary key references wizard_sessions (id) on delete cascade,
    user_id           varchar(255) not null references accounts (id) on delete cascade,
    attempt           uuid         not null unique,
    url               varchar(500) not null,
    status            varchar(20)  not null,
    progress          integer      not null,
    stage             varchar(100),
    error             jsonb,
    -- What was measured and what it proposes: written and read whole, never queried by part.
    result            jsonb,
    started_at        timestamptz  not null,
    finished_at       timestamptz,
    constraint website_measurement_status check (status in ('in_progress', 'completed', 'failed')),
    constraint website_measurement_progress check (progress between 0 and 100),
    constraint website_measurement_result check ((status = 'completed') = (result is not null)),
    constraint website_measurement_error check ((status = 'failed') = (error is not null)),
    constraint website_measurement_finished check ((status = 'in_progress') = (finished_at is null))
) with (fillfactor = 70);
comment on column website_measurements.attempt is 'Names the background job; one that was overtaken by another address changes nothing';

create table research_preferences (
    wizard_session_id uuid         primary key references wizard_sessions (id) on delete cascade,
    user_id           varchar(255) not null references accounts (id) on delete cascade,
    research_depth    varchar(20)  not null,
    content_types     text[]       not null,
    auto_research     boolean      not null,
    factual_content   boolean      not null,
    competitors       text[]       not null,
    constraint research_depth_known check (research_depth in ('Basic', 'Standard', 'Deep', 'Comprehensive')),
    constraint research_content_types check (cardinality(content_types) >= 1),
    constraint research_competitors check (cardinality(competitors) <= 20)
);

create table persona_data (
    wizard_session_id  uuid         primary key references wizard_sessions (id) on delete cascade,
    user_id            varchar(255) not null references accounts (id) on delete cascade,
    persona_name       varchar(100) not null,
    archetype          varchar(100) not null,
    core_belief        varchar(500) not null,
    brand_voice        varchar(500) not null,
    default_tone       varchar(100) not null,
    permissible_tones  text[]       not null,
    forbidden_tones    text[]       not null,
    selected_platforms text[]       not null,
    -- The person's own rules, by platform.
    platform_personas  jsonb        not null,
    constraint persona_platforms check (cardinality(selected_platforms) >= 1)
);

create table kblocks (
    id                uuid          primary key,
    wizard_session_id uuid          not null unique references wizard_sessions (id) on delete cascade,
    user_id           varchar(255)  not null references accounts (id) on delete cascade,
    layer             integer       not null check (layer >= 1),
    title             varchar(80)   not null,
    content           varchar(5000) not null,
    loss              numeric(3, 2) not null check (loss between 0 and 1),
    justification     varchar(40)   not null,
    created_at        timestamptz   not null,
    updated_at        timestamptz   not null
);
comment on table kblocks is 'The knowledge block made from an account''s first declaration; earlier wordings are in response_history';

-- The one mapping from onboarding progress to the copies that login sessions keep.
-- Nulls stand for "none was started".
create function onboarding_copy(
    status text, current_step text,
    out needs_onboarding boolean, out onboarding_completed boolean, out onboarding_step text)
    language sql immutable parallel safe
as
$$
select status is distinct from 'completed',
       status is not distinct from 'completed',
       case when status = 'completed' then 'completed' else coalesce(current_step, 'api_keys') end
$$;

create view onboarding_copies as
select ws.user_id, copy.needs_onboarding, copy.onboarding_completed, copy.onboarding_step
from wizard_sessions ws
         cross join lateral onboarding_copy(ws.status, ws.current_step) copy
where ws.wizard_id = '01890000-0000-7000-8000-000000000001';
comment on view onboarding_copies is 'What the copies of each account that has started its onboarding must say';

-- Who did what to whose data. Entries are added and never changed; no foreign key, so that nothing that goes takes them along.
create table audit_entries (
    id       uuid         primary key,
    at       timestamptz  not null,
    -- Who did it; null: the system itself (a job, a command).
    actor_id varchar(255),
    action   varchar(100) not null check (action ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$'),
    -- Whose data it was about; null: nobody's in particular.
    user_id  varchar(255),
    -- What stays for good: never an account's id, a name or a secret.
    details  jsonb        not null default '{}' check (jsonb_typeof(details) = 'object'),
    -- What describes the person of user_id and goes with them.
    personal jsonb check (jsonb_typeof(personal) = 'object'),
    check (personal is null or user_id is not null)
);
comment on table audit_entries is 'The audit trail; see docs/adr/0014-an-audit-trail-that-forgets-people.md';

create index audit_entries_by_user on audit_entries (user_id, id) where user_id is not null;
create index audit_entries_by_actor on audit_entries (actor_id, id) where actor_id is not null;
create index audit_entries_by_action on audit_entries (action text_pattern_ops, id);

-- An id may become a pseudonym when no account has it any more; nothing else about an entry may ever change.
create function audit_id_may_become(was varchar, becomes varchar) returns boolean
    language sql stable as
$$
select was is not distinct from becomes
    or (was is not null and becomes like 'erased%' and not exists (select from accounts where id = was))
$$;

create function keep_audit_entry() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' then
        if (new.id, new.at, new.action, new.details) is not distinct from (old.id, old.at, old.action, old.details)
            and audit_id_may_become(old.actor_id, new.actor_id)
            and audit_id_may_become(old.user_id, new.user_id)
            and (new.personal is not distinct from old.personal
                or (new.personal is null and new.user_id is distinct from old.user_id)) then
            return new;
        end if;
    end if;
    raise exception 'The audit trail is only added to' using errcode = 'restrict_violation';
end
$$;

create trigger audit_entries_stay
    before update or delete on audit_entries
    for each row execute function keep_audit_entry();

create trigger audit_entries_stay_all
    before truncate on audit_entries
    for each statement execute function keep_audit_entry();

-- An entry that is written while its person is being erased waits for that to be decided, and then names nobody.
create function name_only_existing_accounts() returns trigger
    language plpgsql as
$$
begin
    perform from accounts where id in (new.actor_id, new.user_id) order by id for key share;
    if new.actor_id is not null and not exists (select from accounts where id = new.actor_id) then
        new.actor_id := 'erased';
    end if;
    if new.user_id is not null and not exists (select from accounts where id = new.user_id) then
        new.user_id := 'erased';
        new.personal := null;
    end if;
    return new;
end
$$;

create trigger audit_entries_name_existing_accounts
    before insert on audit_entries
    for each row execute function name_only_existing_accounts();

-- The trail stays and the person goes: with the account, whoever deletes it, its id in the trail becomes a pseudonym that
-- leads nowhere. It is made by chance, because a hash of an id could be found again by trying ids.
create function forget_account_in_audit() returns trigger
    language plpgsql as
$$
declare
    pseudonym varchar := 'erased-' || gen_random_uuid();
begin
    update audit_entries
    set actor_id = case when actor_id = old.id then pseudonym else actor_id end,
        user_id  = case when user_id = old.id then pseudonym else user_id end,
        personal = case when user_id = old.id then null else personal end
    where user_id = old.id or actor_id = old.id;
    return null;
end
$$;

create trigger accounts_forgotten_in_audit
    after delete on accounts
    for each row execute function forget_account_in_audit();

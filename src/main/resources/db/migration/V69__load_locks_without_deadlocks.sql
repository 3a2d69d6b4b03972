-- A load locks all that it will need before it touches anything, also the tables that foreign keys refer to, since taking a key
-- off locks both its ends. Readers lock tables in the order of their queries, which agrees with no order of this: so whoever
-- loads gives up first, long before PostgreSQL looks for a deadlock (deadlock_timeout, 1 s) and ends a reader for it, lets go of
-- everything, and tries again.
create function lock_for_wizard_session_load() returns void
    language plpgsql
    set lock_timeout = '200ms' as
$$
declare
    tables text;
begin
    select string_agg(distinct t.name::text, ', ')
    into tables
    from (select unnest(array['wizard_sessions', 'responses', 'wizard_session_overview', 'wizard_session_changes']::regclass[])
          union
          select confrelid::regclass
          from pg_constraint
          where contype = 'f'
            and conrelid in ('wizard_sessions'::regclass, 'responses'::regclass, 'wizard_session_overview'::regclass)) t (name);
    for attempt in 1..100 loop
        begin
            execute format('lock table %s in access exclusive mode', tables);
            return;
        exception when lock_not_available then
            perform pg_sleep(0.1 + random() * 0.2);
        end;
    end loop;
    raise lock_not_available using message = 'wizard sessions are in use without a pause: nothing was loaded';
end
$$;
comment on function lock_for_wizard_session_load is 'Locks against everybody what a load takes apart; nobody else is ended for it';

create or replace function renew_wizard_session_tables() returns void
    language plpgsql as
$$
declare
    statement record;
begin
    -- In the order in which mending, and the load after this, take them.
    perform pg_advisory_xact_lock(hashtext('mend_wizard_statistics'));
    perform lock_for_wizard_session_load();
    for statement in
        select format('cluster %s using %I', i.indrelid::regclass, c.relname) as anew,
               format('alter table %s set without cluster', i.indrelid::regclass) as unmarked
        from pg_index i join pg_class c on c.oid = i.indexrelid
        where i.indrelid in ('wizard_sessions'::regclass, 'responses'::regclass, 'wizard_session_overview'::regclass)
          and i.indisprimary
    loop
        execute statement.anew;
        execute statement.unmarked;
    end loop;
end
$$;

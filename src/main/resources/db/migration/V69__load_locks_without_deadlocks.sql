-- A load locks all that it will need before it touches anything, also the tables that foreign keys refer to, since taking a key
-- off locks both its ends. Readers lock tables in the order of their queries, which agrees with no order of this: so whoever
-- loads gives up first, long before PostgreSQL looks for a deadlock (deadlock_timeout, 1 s) and ends a reader for it, lets go of
-- the tables, and tries again.
create function lock_for_wizard_session_load() returns void
    language plpgsql as
$$
declare
    usual  constant text := current_setting('lock_timeout');
    tables text;
begin
    -- In the order in which mending, and the load after this, take them.
    perform pg_advisory_xact_lock(hashtext('mend_wizard_statistics'));

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
            set local lock_timeout = '200ms';
            execute format('lock table %s in access exclusive mode', tables);
            perform set_config('lock_timeout', usual, true);
            return;
        exception when lock_not_available then
            perform pg_sleep(0.1 + random() * 0.2);
        end;
    end loop;
    raise lock_not_available using message = 'wizard sessions are in use without a pause: nothing was loaded';
end
$$;
comment on function lock_for_wizard_session_load is 'Locks against everybody what a load takes apart; nobody else is ended for it';

-- How a table is locked against everybody without ending anybody is said once; and what only servers of versions long before
-- called goes.

create function lock_when_unused(tables text) returns void
    language plpgsql as
$$
declare
    usual constant text := current_setting('lock_timeout');
begin
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
    raise lock_not_available using message = format('in use without a pause: %s', tables);
end
$$;
comment on function lock_when_unused is
    'Locks all of the tables, named with commas, against everybody, or none while any is in use; gives up after about half a minute';

-- A load locks all that it will need before it touches anything, also the tables that foreign keys refer to, since taking a key
-- off locks both its ends.
create or replace function lock_for_wizard_session_load() returns void
    language plpgsql as
$$
begin
    -- In the order in which mending, and the load after this, take them.
    perform pg_advisory_xact_lock(hashtext('mend_wizard_statistics'));

    perform lock_when_unused(string_agg(distinct t.name::text, ', '))
    from (select unnest(array['wizard_sessions', 'responses', 'wizard_session_overview', 'wizard_session_changes']::regclass[])
          union
          select confrelid::regclass
          from pg_constraint
          where contype = 'f'
            and conrelid in ('wizard_sessions'::regclass, 'responses'::regclass, 'wizard_session_overview'::regclass)) t (name);
end
$$;

drop function mend_login_sessions_between;
drop function mend_login_sessions_at;
drop function searchable;

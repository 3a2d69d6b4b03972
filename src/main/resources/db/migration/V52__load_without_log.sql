-- A load begins with tables made anew, which PostgreSQL then fills and gives indexes without a log where nobody follows it
-- (wal_level = minimal, as the embedded one has it): they are on disk before the transaction ends. What was there is less than what comes.
create function renew_wizard_session_tables() returns void
    language plpgsql as
$$
declare
    statement record;
begin
    -- In the order in which mending, and the load after this, take them.
    perform pg_advisory_xact_lock(hashtext('mend_wizard_statistics'));
    lock table wizard_sessions, responses, wizard_session_overview, wizard_session_changes in access exclusive mode;
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
comment on function renew_wizard_session_tables is 'Writes what a load will fill into new files, in the caller''s transaction';

-- A load begins with tables made anew, which PostgreSQL then fills and gives indexes without a log where nobody follows it
-- (wal_level = minimal, as the embedded one has it): they are on disk before the transaction ends. What was there is less than what comes.
create or replace function begin_wizard_session_load() returns text[]
    language plpgsql as
$$
declare
    tables constant regclass[] := array['wizard_sessions', 'responses', 'wizard_session_overview'];
    statements      text[]     := '{}';
    statement       record;
begin
    -- In the order in which mending takes them.
    perform pg_advisory_xact_lock(hashtext('mend_wizard_statistics'));
    lock table wizard_sessions, responses, wizard_session_overview, wizard_session_changes in access exclusive mode;
    perform copy_wizard_sessions(array(select distinct wizard_session_id from wizard_session_changes));
    truncate wizard_session_changes;

    for statement in
        select format('cluster %s using %I', i.indrelid::regclass, c.relname) as anew,
               format('alter table %s set without cluster', i.indrelid::regclass) as unmarked
        from pg_index i join pg_class c on c.oid = i.indexrelid
        where i.indrelid = any (tables) and i.indisprimary
    loop
        execute statement.anew;
        execute statement.unmarked;
    end loop;
    for statement in
        select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as off,
               format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as on_again,
               c.contype = 'f' as refers
        from pg_constraint c
        where c.conrelid = any (tables)
          and (c.contype = 'f'
               or c.contype in ('p', 'u') and not exists (select from pg_constraint f where f.contype = 'f' and f.confrelid = c.conrelid))
        order by c.contype, c.conrelid, c.oid
    loop
        execute statement.off;
        -- Foreign keys come last: they are checked by what the others make.
        statements := case when statement.refers then statements || statement.on_again
                           else array[statement.on_again] || statements end;
    end loop;
    for statement in
        select format('drop index %s', i.indexrelid::regclass) as off, pg_get_indexdef(i.indexrelid) as on_again
        from pg_index i
        where i.indrelid = any (tables) and not i.indisunique
        order by i.indrelid, i.indexrelid desc
    loop
        execute statement.off;
        statements := array[statement.on_again] || statements;
    end loop;
    return statements;
end
$$;

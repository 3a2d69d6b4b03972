-- Bringing up the projection after millions of wizard sessions came at once: the twenty indexes of the grid are made after
-- the rows, which takes a fraction of the time that row by row takes. Who looks at the grid waits until the transaction ends.
create function load_wizard_session_overview() returns bigint
    language plpgsql
    set maintenance_work_mem = '256MB' as
$$
declare
    definitions text[];
    index_name  text;
    definition  text;
    loaded      bigint;
begin
    lock table wizard_session_overview, wizard_session_changes in access exclusive mode;
    select array_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid) into definitions
    from pg_index i where i.indrelid = 'wizard_session_overview'::regclass and not i.indisprimary;
    for index_name in
        select i.indexrelid::regclass::text from pg_index i
        where i.indrelid = 'wizard_session_overview'::regclass and not i.indisprimary
    loop
        execute 'drop index ' || index_name;
    end loop;
    loaded := copy_wizard_sessions(array(select distinct wizard_session_id from wizard_session_changes));
    truncate wizard_session_changes;
    foreach definition in array definitions loop
        execute definition;
    end loop;
    return loaded;
end
$$;

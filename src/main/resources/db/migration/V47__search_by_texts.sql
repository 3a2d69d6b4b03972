-- Texts are searched among the different ones there are, not among the rows that have them: people among the accounts, and the
-- names of wizard sessions in a table of their own. Indexes then find the rows of each text. See docs/adr/0035.

-- For the index of trigrams, which knows only ASCII letters. What differs stays different only where the index can tell: whoever
-- looks for a text compares the text itself, too. Letters of other scripts become one letter where that is easily done, because
-- each trigram more is another list to read.
create function searched_as(what text) returns text
    language sql immutable parallel safe
as
$$
select translate(encode(convert_to(translate(what,
    'àáâãäåāăąçćčďđèéêëēęěğìíîïīıłñńňòóôõöøőřśšşťùúûüūůűýÿźżžабвгдезийклмнопрстуфхцчшщыьэюяαβγδεζηθικλμνξοπρστυφχψωόήέάίύώς',
    'aaaaaaaaacccddeeeeeeegiiiiiilnnnooooooorssstuuuuuuuyyzzzabvgdezijklmnoprstufhccssyyeuaabgdezhtiklmnxoprstyfcpooheaiyos'), 'UTF8'), 'escape'), '\', 'q')
$$;

create table wizard_session_names (
    name_key text collate "C" primary key
);
comment on table wizard_session_names is 'The different names that the projection has, to be searched';

insert into wizard_session_names select distinct name_key from wizard_session_overview;

create index wizard_session_names_by_part on wizard_session_names using gin (searched_as(name_key) gin_trgm_ops);
create index accounts_by_part_of_name on accounts using gin (searched_as(lower(username)) gin_trgm_ops);

-- With all that a match is sorted and filtered by, so that the rows themselves are not read. Of expressions, so that nothing that
-- goes along the order of names is tempted to go through everybody's.
create index wizard_session_overview_by_account on wizard_session_overview ((account_key || ''))
    include (id, class, account_key, name_key, started_at, last_activity_at, duration_key);
create index wizard_session_overview_by_name on wizard_session_overview ((name_key || ''))
    include (id, class, account_key, name_key, started_at, last_activity_at, duration_key);
-- A server of the version before looks through the rows instead while it is still there.
drop index wizard_session_overview_text;

-- Forgets names that no wizard session has any more. A name that is written at this moment is locked by its writer, is waited for,
-- and then is seen by the second look.
create function forget_wizard_session_names(names text[]) returns void
    language plpgsql as
$$
declare
    orphans text[] := array(
        select name from unnest(names) name
        where not exists (select from wizard_session_overview o where (o.name_key || '') = name)
        order by name collate "C");
begin
    if orphans <> '{}' then
        perform from wizard_session_names n where n.name_key = any (orphans) order by n.name_key for update;
        delete from wizard_session_names n
        where n.name_key = any (orphans)
          and not exists (select from wizard_session_overview o where (o.name_key || '') = n.name_key);
    end if;
end
$$;

create function keep_wizard_session_names() returns trigger
    language plpgsql as
$$
begin
    -- A name that is there already is locked only.
    if tg_op = 'INSERT' then
        insert into wizard_session_names (name_key)
        select distinct name_key from new_rows order by 1
        on conflict (name_key) do update set name_key = excluded.name_key where false;
    elsif tg_op = 'UPDATE' then
        if not exists (select from new_rows n join old_rows o using (id) where n.name_key <> o.name_key) then
            return null;
        end if;
        insert into wizard_session_names (name_key)
        select distinct n.name_key from new_rows n join old_rows o using (id) where n.name_key <> o.name_key order by 1
        on conflict (name_key) do update set name_key = excluded.name_key where false;
        perform forget_wizard_session_names(array(
            select distinct o.name_key from new_rows n join old_rows o using (id) where n.name_key <> o.name_key));
    else
        perform forget_wizard_session_names(array(select distinct name_key from old_rows));
    end if;
    return null;
end
$$;

create trigger wizard_session_overview_named_in
    after insert on wizard_session_overview referencing new table as new_rows
    for each statement execute function keep_wizard_session_names();
create trigger wizard_session_overview_named_over
    after update on wizard_session_overview referencing new table as new_rows old table as old_rows
    for each statement execute function keep_wizard_session_names();
create trigger wizard_session_overview_named_out
    after delete on wizard_session_overview referencing old table as old_rows
    for each statement execute function keep_wizard_session_names();

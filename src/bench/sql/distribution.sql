-- Which tables a PostgreSQL-compatible cluster can distribute by the account as they are: the column that names it, the unique
-- keys without that column, and the foreign keys that would have to be extended by it. psql -f src/bench/sql/distribution.sql
with mine as (
    select c.oid, c.relname,
           case when c.relname = 'accounts' then 'id'
                else (select a.attname from pg_attribute a
                      where a.attrelid = c.oid and a.attname in ('user_id', 'student_id') order by a.attname desc limit 1)
           end as owner
    from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'
),
keys as (
    select i.indrelid as oid,
           string_agg(ic.relname, ', ' order by ic.relname) filter (where not exists (
               select from pg_attribute a
               where a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname = m.owner)) as lacking
    from pg_index i
    join pg_class ic on ic.oid = i.indexrelid
    join mine m on m.oid = i.indrelid
    where i.indisunique or i.indisexclusion
    group by i.indrelid
),
foreigns as (
    select k.conrelid as oid,
           string_agg(distinct k.confrelid::regclass::text, ', ') filter (where f.owner is not null and not exists (
               select from unnest(k.conkey, k.confkey) both_ends (here, there)
               join pg_attribute h on h.attrelid = k.conrelid and h.attnum = here and h.attname = m.owner
               join pg_attribute t on t.attrelid = k.confrelid and t.attnum = there and t.attname = f.owner)) as extended
    from pg_constraint k
    join mine m on m.oid = k.conrelid
    join mine f on f.oid = k.confrelid
    where k.contype = 'f'
    group by k.conrelid
)
select m.relname as "table",
       coalesce(m.owner, '') as "owner",
       coalesce(keys.lacking, '') as "unique keys without it",
       coalesce(foreigns.extended, '') as "foreign keys without it",
       (select count(*) from pg_trigger t where t.tgrelid = m.oid and not t.tgisinternal) as triggers
from mine m left join keys using (oid) left join foreigns using (oid)
order by m.owner is null, m.relname;

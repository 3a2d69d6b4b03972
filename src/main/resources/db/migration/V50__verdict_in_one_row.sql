-- A verdict names a hundred trainers. As a hundred rows, each with two foreign keys and two indexes, they were a fifth of what an
-- assignment takes; now the verdict's own row has them, by numbers that say nothing once the trainer is gone.
alter table trainers add column number integer generated always as identity unique;
comment on column trainers.number is 'Names the trainer where their id would have to be erased';

alter table assignment_verdicts
    add column candidates            integer[],
    add column distances_millimetres bigint[],
    add column loads                 integer[],
    add column eligible              boolean[],
    add column reasons               varchar(40)[],
    add check (cardinality(candidates) = all (array[cardinality(distances_millimetres), cardinality(loads),
                                                    cardinality(eligible), cardinality(reasons)]));
comment on column assignment_verdicts.candidates is 'The numbers of those who were considered, most preferred first';

-- What was decided before stays where it is, and servers of the version before read and write as ever.
alter table verdict_candidates rename to verdict_candidate_rows;
create view verdict_candidates as
select verdict_id, position, trainer_id, distance_millimetres, load, eligible, reason
from verdict_candidate_rows
union all
select v.id, c.position::smallint, t.user_id, c.distance_millimetres, c.load, c.eligible, c.reason
from assignment_verdicts v
         cross join unnest(v.candidates, v.distances_millimetres, v.loads, v.eligible, v.reasons)
    with ordinality c (number, distance_millimetres, load, eligible, reason, position)
         join trainers t on t.number = c.number;

create function insert_verdict_candidate() returns trigger
    language plpgsql as
$$
begin
    insert into verdict_candidate_rows (verdict_id, position, trainer_id, distance_millimetres, load, eligible, reason)
    values (new.verdict_id, new.position, new.trainer_id, new.distance_millimetres, new.load, new.eligible, new.reason);
    return new;
end
$$;
create trigger verdict_candidates_inserted instead of insert on verdict_candidates
    for each row execute function insert_verdict_candidate();

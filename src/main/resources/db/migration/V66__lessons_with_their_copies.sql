-- The first lessons of a purchase, and their copies, with one round trip: while an assignment writes them, others wait for the
-- trainer's calendar. A lesson that overlaps another is the caller's to hear of; a copy that cannot be written is not.
create function add_lessons(purchase uuid, trainer varchar, ids uuid[], numbers smallint[], starts timestamptz[],
                            minutes smallint[], types text[], requester varchar, at timestamptz,
                            out created bigint, out updated bigint, out errors bigint, out problems jsonb, out failure text)
    language sql as
$$
insert into purchase_sessions (id, purchase_id, session_number, trainer_id, starts_at, duration_minutes, type, status, updated_at)
select s.id, purchase, s.number, trainer, s.starts_at, s.minutes, s.type, 'scheduled', at
from unnest(ids, numbers, starts, minutes, types) s (id, number, starts_at, minutes, type);

select * from try_sync_new_purchase(purchase, requester, at);
$$;
comment on function add_lessons is 'Stores the first lessons of a purchase and creates their copies; names the rows that cannot be written';

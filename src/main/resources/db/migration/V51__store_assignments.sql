-- What storing an assignment did twice is done once.

create function trainer_loads(wanted text[], at timestamptz)
    returns table (trainer_id text, load integer, valid_until timestamptz)
    language sql stable as
$$
select w.trainer_id, count(p.purchase_id)::integer, coalesce(min(p.last), 'infinity')
from unnest(wanted) w (trainer_id)
         left join lateral (select s.purchase_id, max(s.starts_at) as last
                            from purchase_sessions s
                            where s.trainer_id = w.trainer_id and s.status <> 'cancelled' and s.starts_at > at
                            group by s.purchase_id) p on true
group by w.trainer_id
$$;
comment on function trainer_loads is 'How many purchases with lessons to come these trainers have, and until when if nothing but time passes';

create or replace function recount_trainers(wanted text[], at timestamptz) returns void
    language sql as
$$
update trainers t
set load = now_has.load, load_valid_until = now_has.valid_until
from trainer_loads(wanted, at) now_has
where t.user_id = now_has.trainer_id
  and (t.load, t.load_valid_until) is distinct from (now_has.load, now_has.valid_until)
$$;

-- Whoever gets new lessons was assigned when these were written: one write of the trainer, and of what repeats it, instead of two.
create or replace function count_load_of_inserted() returns trigger language plpgsql as
$$
begin
    update trainers t
    set load = now_has.load, load_valid_until = now_has.valid_until, last_assigned_at = given.at
    from (select trainer_id, max(updated_at) as at from news where trainer_id is not null group by trainer_id) given
             cross join lateral trainer_loads(array[given.trainer_id], now()) now_has
    where t.user_id = given.trainer_id;
    return null;
end
$$;

-- In an assignment, planning took more than half of the synchronisation: the plans depend on no parameter there.
alter function try_sync_tutoring_sessions set plan_cache_mode = force_generic_plan;

-- The copies of a purchase that was made in this transaction: nobody else can have written any, so nothing is compared. A failure
-- is not the caller's: the EXCEPTION block is a savepoint without a round trip of its own.
create function try_sync_new_purchase(purchase uuid, requester varchar, at timestamptz,
                                      out created bigint, out updated bigint, out errors bigint, out problems jsonb,
                                      out failure text)
    language plpgsql as
$$
begin
    updated := 0;
    insert into trainer_allocations (id, student_id, trainer_id, course_id, status, requested_by, created_at, updated_at)
    select time_ordered_id(at), w.student_id, w.trainer_id, w.course_id, 'approved', requester, at, at
    from (select distinct s.student_id, s.trainer_id, s.course_id
          from tutoring_session_sources s
          where s.purchase_id = purchase and s.problem is null
          order by 1, 2, 3) w
    on conflict (student_id, trainer_id, course_id) where status = 'approved' do nothing;

    insert into tutoring_sessions (id, purchase_session_id, purchase_id, student_id, allocation_id, trainer_id,
        course_id, starts_at, duration_minutes, type, latitude, longitude, status, created_at, updated_at)
    select time_ordered_id(at), s.purchase_session_id, s.purchase_id, s.student_id, a.id, s.trainer_id,
           s.course_id, s.starts_at, s.duration_minutes, s.type, s.latitude, s.longitude, s.status, at, at
    from tutoring_session_sources s
             join trainer_allocations a on a.student_id = s.student_id and a.trainer_id = s.trainer_id
        and a.course_id = s.course_id and a.status = 'approved'
    where s.purchase_id = purchase and s.problem is null;
    get diagnostics created = row_count;

    select count(*), coalesce(jsonb_agg(jsonb_build_object('row', s.purchase_session_id, 'student', s.student_id,
                                                           'problem', s.problem)
                                        order by s.purchase_session_id, s.student_id), '[]')
    into errors, problems
    from tutoring_session_sources s
    where s.purchase_id = purchase and s.problem is not null;
exception when others then
    created := 0; errors := 1; problems := '[]';
    failure := sqlstate || ' ' || sqlerrm;
end
$$;
comment on function try_sync_new_purchase is 'Creates the copies of a purchase that was just made; names the rows that cannot be written';

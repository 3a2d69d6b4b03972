-- The first lessons of a purchase are one trainer's, so the first of them says who is allocated to whom.
create or replace function try_sync_new_purchase(purchase uuid, requester varchar, at timestamptz,
                                                 out created bigint, out updated bigint, out errors bigint, out problems jsonb,
                                                 out failure text)
    language plpgsql
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off as
$$
begin
    updated := 0;
    insert into trainer_allocations (id, student_id, trainer_id, course_id, status, requested_by, created_at, updated_at)
    select time_ordered_id(at), s.student_id, s.trainer_id, s.course_id, 'approved', requester, at, at
    from tutoring_session_sources s
    where s.purchase_id = purchase and s.session_number = 1 and s.problem is null
    order by s.student_id
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

-- Abandoning changes no key, and need not pass over rows that only have to stay: the projector (V22) holds those it copies
-- FOR KEY SHARE, and an onboarding that was missed would wait for the next hour. All else is as in V10.
create or replace function cleanup_onboarding_sessions(
    hours integer, purge boolean default false, preview boolean default false, at timestamptz default now(),
    out abandoned_count bigint, out deleted_count bigint, out cutoff_hours integer, out cutoff_time timestamptz,
    out copy_failures bigint)
    language plpgsql as
$$
declare
    onboarding uuid := (select id from wizards where key = 'onboarding');
    goes       uuid[];
    owners     varchar[];
begin
    if hours is null or hours not between 1 and 8760 then
        raise exception 'hours must be from 1 to 8760' using errcode = 'invalid_parameter_value';
    end if;
    cutoff_hours := hours;
    cutoff_time := at - make_interval(hours => hours);
    copy_failures := 0;

    if preview then
        select count(*) filter (where not purge and ws.status = 'in_progress'),
               count(*) filter (where purge or (ws.status = 'abandoned' and ws.abandoned_at < at - interval '7 days'))
        into abandoned_count, deleted_count
        from wizard_sessions ws
        where ws.wizard_id = onboarding and ws.status in ('in_progress', 'abandoned')
          and ws.started_at < cutoff_time and ws.last_activity_at < cutoff_time;
        return;
    end if;

    select coalesce(array_agg(due.id), '{}')
    into goes
    from (select ws.id
          from wizard_sessions ws
          where ws.wizard_id = onboarding and ws.status in ('in_progress', 'abandoned')
            and ws.started_at < cutoff_time and ws.last_activity_at < cutoff_time
            and (purge or (ws.status = 'abandoned' and ws.abandoned_at < at - interval '7 days'))
          order by ws.id
          for update skip locked) due;
    with deleted as (delete from wizard_sessions ws where ws.id = any (goes) returning ws.user_id)
    select count(*), coalesce(array_agg(user_id), '{}') into deleted_count, owners from deleted;

    select count(*) filter (where (copied.done).updated < 0)
    into copy_failures
    from (select copy_onboarding_to_login_sessions(owner, at) as done
          from unnest(owners) owner
          where exists (select from login_sessions s where s.user_id = owner and s.is_active)) copied;

    if purge then
        abandoned_count := 0;
    else
        with due as materialized (
            select ws.id
            from wizard_sessions ws
            where ws.wizard_id = onboarding and ws.status = 'in_progress'
              and ws.started_at < cutoff_time and ws.last_activity_at < cutoff_time
            order by ws.id
            for no key update skip locked),
        abandoned as (
            update wizard_sessions ws
            set status = 'abandoned', abandoned_at = at, updated_at = at
            from due
            where ws.id = due.id
            returning ws.id)
        select count(*) into abandoned_count from abandoned;
    end if;
end
$$;

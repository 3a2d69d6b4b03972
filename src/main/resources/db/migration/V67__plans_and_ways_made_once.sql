-- Each assignment had the plan for its copies made anew, a sixth of the database's work: it depends on no parameter, and is kept.
alter function try_sync_new_purchase set plan_cache_mode = force_generic_plan;

-- A STRICT function with LEAST in it is called for each pair of places; without either it becomes part of the statement. Where a
-- place is missing the way is still null.
create or replace function earth_millimetres(a cube, b cube) returns bigint
    language sql immutable parallel safe
    return round(12742017600 * asin(case when (a <-> b) >= 12742017.6 then 1.0::double precision
                                         else (a <-> b) / 12742017.6 end))::bigint;

-- Empty but for clocks that were put back. Where it is, what began after a moment was active after it, and a page need not pass
-- over the rest of the day.
create index wizard_session_overview_backward on wizard_session_overview (id) where last_activity_at < started_at;

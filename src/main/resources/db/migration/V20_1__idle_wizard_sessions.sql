-- Serves the hourly search for wizard sessions without activity, which must not read through all that were abandoned before.
-- Neither column changes at a Next, so that updates stay in the page.
create index wizard_sessions_in_progress on wizard_sessions (started_at) where status = 'in_progress';

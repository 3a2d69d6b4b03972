-- Erasing a person deletes one row of accounts; these find what hangs on it, instead of reading whole tables each time.
-- The column never changes, so that updates of these rows stay in the page.
create index login_sessions_by_account on login_sessions (user_id);
create index response_history_by_account on response_history (user_id);
create index drafts_by_account on drafts (user_id);
create index api_keys_by_account on api_keys (user_id);
create index website_analyses_by_account on website_analyses (user_id);
create index website_measurements_by_account on website_measurements (user_id);
create index research_preferences_by_account on research_preferences (user_id);
create index persona_data_by_account on persona_data (user_id);
create index kblocks_by_account on kblocks (user_id);

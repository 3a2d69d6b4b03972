-- When the person behind a login session last proved who they are; null: when it began.
ALTER TABLE login_sessions ADD COLUMN proved_at timestamptz;

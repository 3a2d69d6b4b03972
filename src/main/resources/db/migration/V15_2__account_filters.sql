-- Narrowing the list of accounts to a role or to disabled ones: few of many, which the order of names would look for one by one.
create index account_roles_by_role on account_roles (role, user_id) where role <> 'USER';
create index accounts_disabled_idx on accounts (lower(username) collate "C", id) where not enabled;

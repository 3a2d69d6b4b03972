-- Two accounts for one database, so that the server may change rows and nothing else. Run it once, as a superuser, in the
-- database just made and before the first start:
--   createdb gangway
--   psql -d gangway -f deploy/database-accounts.sql
--   psql -d gangway -c '\password gangway_owner' -c '\password gangway_server'
-- then give the server SPRING_DATASOURCE_USERNAME=gangway_server, and for its migrations SPRING_FLYWAY_USER=gangway_owner,
-- each with its password. docs/security/deployment.md says which commands need the owner.

-- Owns tables and functions: migrations, restore and generate-demo-data work as it.
CREATE ROLE gangway_owner LOGIN;
GRANT CREATE ON DATABASE gangway TO gangway_owner; -- for the extension pg_trgm
GRANT USAGE, CREATE ON SCHEMA public TO gangway_owner;

-- What the server and all other commands work as.
CREATE ROLE gangway_server LOGIN;
GRANT USAGE ON SCHEMA public TO gangway_server;

-- Whatever migrations make from now on.
ALTER DEFAULT PRIVILEGES FOR ROLE gangway_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO gangway_server;
ALTER DEFAULT PRIVILEGES FOR ROLE gangway_owner IN SCHEMA public
    GRANT USAGE ON SEQUENCES TO gangway_server;
ALTER DEFAULT PRIVILEGES FOR ROLE gangway_owner IN SCHEMA public
    GRANT EXECUTE ON FUNCTIONS TO gangway_server;

#!/bin/bash
# Run once, when the primary's database is made: a role for the standby, and commits that wait for it from the next start on.
set -e
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set password="$POSTGRES_PASSWORD" <<'SQL'
create role standby login replication password :'password';
alter system set synchronous_standby_names = 'standby';
SQL
echo 'host replication standby all scram-sha-256' >> "$PGDATA/pg_hba.conf"

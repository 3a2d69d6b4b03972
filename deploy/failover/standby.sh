#!/bin/bash
# Copies the primary the first time, and follows it. Once it is promoted nothing follows it, so it must wait for nobody.
# It answers nobody before that: PgBouncer would go on telling "standby" to clients, as it was told at its first connection.
set -e
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  until pg_basebackup --pgdata="$PGDATA" --wal-method=stream --write-recovery-conf \
    --dbname="host=database user=standby password=$POSTGRES_PASSWORD application_name=standby"; do
    rm -rf "${PGDATA:?}"/*
    sleep 2
  done
  chmod 0700 "$PGDATA"
fi
exec postgres -c synchronous_standby_names= -c hot_standby=off

-- Plans are kept as long as a connection, or until the next look at the tables: one that was made while there were no lessons
-- reads all of them, and an assignment took five times as long until the tables were looked at. What these functions look up is
-- a handful of rows by a key, whatever the tables have, so that there is nothing to choose.
alter function try_sync_new_purchase set enable_seqscan = off;
alter function try_sync_new_purchase set enable_hashjoin = off;
alter function try_sync_new_purchase set enable_mergejoin = off;
alter function count_load_of_inserted set enable_seqscan = off;
alter function count_load_of_inserted set enable_hashjoin = off;
alter function count_load_of_inserted set enable_mergejoin = off;

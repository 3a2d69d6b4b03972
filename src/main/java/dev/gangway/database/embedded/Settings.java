package dev.gangway.database.embedded;

import java.util.List;
import java.util.stream.Stream;

/** How the embedded PostgreSQL is set: given at each start, so that no file can weaken them. */
final class Settings {

    private Settings() {}

    static List<String> of(int port, boolean durable) {
        String safe = durable ? "on" : "off";
        return Stream.of(
                        "port=" + port,
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "max_connections=100",
                        "shared_buffers=256MB",
                        "random_page_cost=1.1",
                        "jit=off",
                        "TimeZone=UTC",
                        "log_timezone=UTC",
                        "fsync=" + safe,
                        "synchronous_commit=" + safe,
                        "full_page_writes=" + safe,
                        // Nobody follows this database, and what a transaction makes anew, as indexes, needs no log
                        // then
                        "wal_level=minimal",
                        "max_wal_senders=0",
                        "max_wal_size=2GB",
                        // The log must not repeat what people typed: no statements, no rows of violated constraints
                        "log_checkpoints=off",
                        "log_error_verbosity=terse",
                        "log_min_error_statement=panic",
                        "log_min_messages=warning")
                .map(setting -> "-c " + setting)
                .toList();
    }
}

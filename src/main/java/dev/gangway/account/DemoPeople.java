package dev.gangway.account;

import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes accounts of people who never were, with the role USER and nothing to log in with; the same ones each time. */
@Service
@Transactional
public class DemoPeople {

    private static final Duration THERE_SINCE = Duration.ofDays(600);

    private final JdbcClient jdbc;
    private final Clock clock;

    DemoPeople(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first so many of them, made where they are missing. */
    public List<UserId> make(int people) {
        jdbc.sql("""
                        with made as (
                            insert into accounts (id, username, created_at, updated_at)
                            select 'demo_' || n,
                                   (array['ada','grace','alan','jörg','лена','zoë','maría','mei','olú','σοφία','noor'])[1 + n % 11]
                                   || '.' || (array['novak','smith','müller','garcía','tanaka','okafor','łuczak'])[1 + n % 7]
                                   || '.' || n, :since, :since
                            from generate_series(1, :people) n
                            on conflict do nothing
                            returning id)
                        insert into account_roles (user_id, role) select id, :role from made
                        """)
                .param("people", people)
                .param("since", clock.instant().minus(THERE_SINCE).atOffset(ZoneOffset.UTC))
                .param("role", Role.USER.name())
                .update();
        return IntStream.rangeClosed(1, people)
                .mapToObj(number -> new UserId("demo_" + number))
                .toList();
    }
}

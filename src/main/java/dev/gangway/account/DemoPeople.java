package dev.gangway.account;

import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Makes accounts of people who never were, with the role USER and nothing to log in with; the same ones each time. */
@Service
public class DemoPeople {

    private static final Duration THERE_SINCE = Duration.ofDays(600);

    /** So many are made in one transaction, which is over long before the longest that one may take. */
    private static final int AT_ONCE = 20_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    DemoPeople(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The first so many of them, made where they are missing. */
    public List<UserId> make(int people) {
        for (int first = 1; first <= people; first += AT_ONCE) {
            int from = first;
            int to = Math.min(people, first + AT_ONCE - 1);
            transactions.inOne(() -> insert(from, to));
        }
        return IntStream.rangeClosed(1, people)
                .mapToObj(number -> new UserId("demo_" + number))
                .toList();
    }

    private int insert(int first, int last) {
        return jdbc.sql("""
                        with made as (
                            insert into accounts (id, username, created_at, updated_at)
                            select 'demo_' || n,
                                   (array['ada','grace','alan','jörg','лена','zoë','maría','mei','olú','σοφία','noor'])[1 + n % 11]
                                   || '.' || (array['novak','smith','müller','garcía','tanaka','okafor','łuczak'])[1 + n % 7]
                                   || '.' || n, :since, :since
                            from generate_series(:first, :last) n
                            on conflict do nothing
                            returning id)
                        insert into account_roles (user_id, role) select id, :role from made
                        """)
                .param("first", first)
                .param("last", last)
                .param("since", clock.instant().minus(THERE_SINCE).atOffset(ZoneOffset.UTC))
                .param("role", Role.USER.name())
                .update();
    }
}

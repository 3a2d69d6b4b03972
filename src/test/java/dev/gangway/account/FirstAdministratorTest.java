package dev.gangway.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Ids;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class FirstAdministratorTest {

    private static final String PASSWORD = "quince ladder motet 41";

    @Autowired
    private AuditTrail trail;

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private List<String> administrators = List.of();

    @BeforeEach
    void noAdministrator() {
        jdbc.sql("delete from first_administrator_links").update();
        administrators = jdbc.sql("update accounts set enabled = false from account_roles r"
                        + " where r.user_id = id and r.role = 'ADMIN' and enabled returning id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    @AfterEach
    void administratorsAreBack() {
        administrators.forEach(id -> jdbc.sql("update accounts set enabled = true where id = :id")
                .param("id", id)
                .update());
    }

    @Test
    void theLinkWorksOnceEvenWhenItIsUsedTwiceAtOnce() throws Exception {
        String token = first.invite().orElseThrow();
        assertThat(first.isInvited(token)).isTrue();

        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            Callable<AccountOutcome> attempt = () -> first.create(token, "first-" + ids.next(), PASSWORD);
            long made = 0;
            for (Future<AccountOutcome> outcome : people.invokeAll(Collections.nCopies(8, attempt))) {
                made += outcome.get() instanceof AccountOutcome.Saved ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        }
        assertThat(first.isInvited(token)).isFalse();
        jdbc.sql("delete from accounts where username like 'first-%'").update();
    }

    @Test
    void theTrailTellsThatAnAdministratorCameThroughTheLink() {
        String token = first.invite().orElseThrow();
        Account made = ((AccountOutcome.Saved) first.create(token, "first-" + ids.next(), PASSWORD)).account();

        assertThat(trail.page(AuditFilter.of(made.id()), null, 5))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("account.created");
                    assertThat(entry.details())
                            .hasEntrySatisfying(
                                    "through",
                                    through -> assertThat(through.asString()).isEqualTo("first-administrator"));
                });
        jdbc.sql("delete from accounts where username like 'first-%'").update();
    }

    @Test
    void aWeakPasswordLeavesTheLinkGood() {
        String token = first.invite().orElseThrow();

        assertThat(first.create(token, "first-" + ids.next(), "password1234"))
                .isInstanceOf(AccountOutcome.Invalid.class);
        assertThat(first.isInvited(token)).isTrue();
    }

    @Test
    void replicasThatStartTogetherPrintOneLink() {
        String token = first.invite().orElseThrow();

        assertThat(first.invite()).isEmpty();
        assertThat(first.isInvited(token)).isTrue();
    }

    @Test
    void anExpiredOrMadeUpTokenIsWorthNothing() {
        String token = first.invite().orElseThrow();
        jdbc.sql("update first_administrator_links set expires_at = created_at").update();

        assertThat(first.isInvited(token)).isFalse();
        assertThat(first.create(token, "first-" + ids.next(), PASSWORD)).isInstanceOf(AccountOutcome.Invalid.class);
        assertThat(first.isInvited("")).isFalse();
    }
}

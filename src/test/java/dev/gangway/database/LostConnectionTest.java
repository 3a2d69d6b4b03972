package dev.gangway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.account.Accounts;
import dev.gangway.base.Ids;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database ends the connection of a transaction: by itself, at a row, or at the commit. */
@GangwayTest
class LostConnectionTest {

    @Autowired
    private Transactions transactions;

    @Autowired
    private TestAccounts testAccounts;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @LocalServerPort
    private int port;

    private String name = "";

    @BeforeEach
    void aTriggerThatEndsTheConnection() {
        name = "lost_" + ids.next().toString().replace('-', '_');
        jdbc.sql("create table " + name + " (id integer)").update();
        jdbc.sql("create function " + name + "() returns trigger language plpgsql as"
                        + " $$begin perform pg_terminate_backend(pg_backend_pid()); return new; end$$")
                .update();
    }

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("drop function " + name + "() cascade").update();
        jdbc.sql("drop table " + name).update();
    }

    @Test
    void whoeverWorksInItHearsWhyAndNotThatThereIsNothingToRollBack() {
        assertThatThrownBy(() -> transactions.inOne(() -> {
                    insert();
                    return jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                            .query(Boolean.class)
                            .single();
                }))
                .isInstanceOf(DataAccessResourceFailureException.class)
                .hasMessageContaining("terminating connection");
        assertThat(rows()).isZero();
    }

    @Test
    void atTheCommitItIsToldLikewise() {
        jdbc.sql("create constraint trigger " + name + " after insert on " + name
                        + " deferrable initially deferred for each row execute function " + name + "()")
                .update();

        assertThatThrownBy(() -> transactions.inOne(this::insert))
                .isInstanceOf(DataAccessResourceFailureException.class)
                .hasMessageContaining("terminating connection");
        assertThat(rows()).isZero();
    }

    @Test
    void aCallOfTheApiIsToldToComeAgainAndThenSucceeds() throws Exception {
        UserId ada = testAccounts.user();
        String token = loginSessions
                .begin(accounts.find(ada).orElseThrow(), LoginKind.API, new Origin("127.0.0.1", null))
                .orElseThrow()
                .token();
        jdbc.sql("create trigger " + name + " before insert on wizard_sessions for each row when (new.user_id = '" + ada
                        + "') execute function " + name + "()")
                .update();

        HttpResponse<String> lost = start(token);
        jdbc.sql("drop trigger " + name + " on wizard_sessions").update();
        HttpResponse<String> again = start(token);

        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(lost.headers().firstValue("Retry-After")).isPresent();
        assertThat(again.statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> start(String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/onboarding/start"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}"))
                                .build(),
                        BodyHandlers.ofString());
    }

    private int insert() {
        return jdbc.sql("insert into " + name + " values (1)").update();
    }

    private int rows() {
        return jdbc.sql("select count(*) from " + name).query(Integer.class).single();
    }
}

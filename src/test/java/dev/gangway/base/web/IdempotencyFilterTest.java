package dev.gangway.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.problem.WebProblems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@GangwayTest
class IdempotencyFilterTest {

    private static final String KEY = "order-4711";

    private final AtomicInteger effects = new AtomicInteger();

    @Autowired
    private IdempotentAnswers answers;

    @Autowired
    private WebProblems problems;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private UserId ada = new UserId("nobody");

    @BeforeEach
    void anAccount() {
        ada = accounts.user();
    }

    @Test
    void theSameRequestIsAnsweredAgainWithoutASecondEffect() throws Exception {
        MockHttpServletResponse first = send(ada, "{\"a\":1}", created());
        MockHttpServletResponse again = send(ada, "{\"a\":1}", created());

        assertThat(effects).hasValue(1);
        assertThat(again.getStatus()).isEqualTo(first.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsString())
                .isEqualTo(first.getContentAsString())
                .isEqualTo("made 1");
        assertThat(again.getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(again.getContentType()).isEqualTo("text/plain");
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() throws Exception {
        send(ada, "{\"a\":1}", created());

        assertThat(send(ada, "{\"a\":2}", created()).getStatus()).isEqualTo(422);
        assertThat(effects).hasValue(1);
    }

    @Test
    void keysOfOtherAccountsAreOtherKeys() throws Exception {
        send(ada, "{\"a\":1}", created());
        send(accounts.user(), "{\"a\":1}", created());

        assertThat(effects).hasValue(2);
    }

    @Test
    void oneThatIsStillRunningIsSaidToBe() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<MockHttpServletResponse> slow = other.submit(() -> send(ada, "{}", (request, response) -> {
                begun.countDown();
                awaitQuietly(go);
                created().doFilter(request, response);
            }));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(send(ada, "{}", created()).getStatus()).isEqualTo(409);

            go.countDown();
            assertThat(slow.get().getStatus()).isEqualTo(201);
        }
        assertThat(effects).hasValue(1);
    }

    @Test
    void aFailureOfOursLeavesNeitherEffectNorAnswer() throws Exception {
        MockHttpServletResponse failed = send(ada, "{}", (request, response) -> {
            rename("half done");
            ((HttpServletResponse) response).setStatus(500);
        });

        assertThat(failed.getStatus()).isEqualTo(500);
        assertThat(email()).isEqualTo("none");
        assertThat(send(ada, "{}", created()).getStatus()).isEqualTo(201);
    }

    @Test
    void effectAndAnswerAreCommittedTogether() throws Exception {
        send(ada, "{}", (request, response) -> {
            rename("done");
            created().doFilter(request, response);
        });

        assertThat(email()).isEqualTo("done");
        assertThat(jdbc.sql("select count(*) from idempotency_keys where user_id = :user")
                        .param("user", ada.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anAnswerIsKeptForADay() throws Exception {
        send(ada, "{}", created());
        jdbc.sql("update idempotency_keys set expires_at = now() where user_id = :user")
                .param("user", ada.value())
                .update();

        send(ada, "{}", created());

        assertThat(effects).hasValue(2);
    }

    private FilterChain created() {
        return (request, response) -> {
            HttpServletResponse answer = (HttpServletResponse) response;
            answer.setStatus(201);
            answer.setContentType("text/plain");
            answer.setHeader("ETag", "\"" + effects.incrementAndGet() + "\"");
            answer.getOutputStream().write(("made " + effects.get()).getBytes(StandardCharsets.UTF_8));
        };
    }

    private MockHttpServletResponse send(UserId who, String body, FilterChain chain) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/things");
        request.addHeader("Idempotency-Key", KEY);
        request.setUserPrincipal(who::value);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        MockHttpServletResponse response = new MockHttpServletResponse();
        new IdempotencyFilter(answers, problems).doFilter(request, response, chain);
        return response;
    }

    private void rename(String email) {
        jdbc.sql("update accounts set email = :email where id = :user")
                .param("email", email)
                .param("user", ada.value())
                .update();
    }

    private String email() {
        return jdbc.sql("select coalesce(email, 'none') from accounts where id = :user")
                .param("user", ada.value())
                .query(String.class)
                .single();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

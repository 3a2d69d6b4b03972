package dev.gangway.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.GangwayTest;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class TransactionsTest {

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private final String course = "course_" + UUID.randomUUID();

    @Test
    void whatIsToBeKeptIsCommitted() {
        assertThat(transactions.inOneKeptIf(Optional::isPresent, () -> Optional.of(write())))
                .contains(course);

        assertThat(isThere()).isTrue();
    }

    @Test
    void whatIsNotToBeKeptIsRolledBackAndAnsweredAllTheSame() {
        Optional<String> answer = transactions.inOneKeptIf(Optional::isPresent, () -> {
            write();
            return Optional.empty();
        });

        assertThat(answer).isEmpty();
        assertThat(isThere()).isFalse();
    }

    @Test
    void insideAnotherTransactionNothingIsBegunThatCouldNotBeRolledBackAlone() {
        assertThatThrownBy(() -> transactions.inOne(
                        () -> transactions.inOneKeptIf(Optional::isPresent, () -> Optional.of(write()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction already");

        assertThat(isThere()).isFalse();
    }

    private String write() {
        jdbc.sql("insert into courses (id, name, created_at, updated_at) values (:id, 'Course', now(), now())")
                .param("id", course)
                .update();
        return course;
    }

    private boolean isThere() {
        return jdbc.sql("select exists (select from courses where id = :id)")
                .param("id", course)
                .query(Boolean.class)
                .single();
    }
}

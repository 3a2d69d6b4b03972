package dev.gangway.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.GangwayTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

@GangwayTest
class RepeatedTransactionsTest {

    @Autowired
    @Qualifier("repeatedTransactionsAdvisor") private Advisor advisor;

    @Autowired
    private TransactionOperations transaction;

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void whatTheDatabaseGaveUpForAnotherIsDoneAgain() {
        assertThat(service(2, new CannotAcquireLockException("deadlock")).work())
                .isEqualTo(3);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsDoneAgain() {
        assertThat(service(1, new OptimisticLockingFailureException("version")).work())
                .isEqualTo(2);
    }

    @Test
    void afterThreeTimesItIsGivenUp() {
        Service service = service(9, new CannotAcquireLockException("deadlock"));

        assertThatThrownBy(service::work).isInstanceOf(CannotAcquireLockException.class);
        assertThat(calls).hasValue(4);
    }

    @Test
    void otherMistakesAreMadeOnce() {
        Service service = service(1, new IllegalStateException("wrong"));

        assertThatThrownBy(service::work).isInstanceOf(IllegalStateException.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aPartOfATransactionIsTheWholesToRepeat() {
        Service service = service(1, new CannotAcquireLockException("deadlock"));

        assertThatThrownBy(() -> transaction.execute(status -> service.work()))
                .isInstanceOf(CannotAcquireLockException.class);
        assertThat(calls).hasValue(1);
    }

    private Service service(int failures, RuntimeException failure) {
        ProxyFactory factory = new ProxyFactory(new Service(calls, failures, failure));
        factory.setProxyTargetClass(true);
        factory.addAdvisor(advisor);
        return (Service) factory.getProxy();
    }

    /** As services are: the transaction is not needed to see that it would begin anew. */
    @Transactional
    static class Service {

        private final AtomicInteger calls;
        private final int failures;
        private final RuntimeException failure;

        Service(AtomicInteger calls, int failures, RuntimeException failure) {
            this.calls = calls;
            this.failures = failures;
            this.failure = failure;
        }

        int work() {
            int call = calls.incrementAndGet();
            if (call <= failures) {
                throw failure;
            }
            return call;
        }
    }
}

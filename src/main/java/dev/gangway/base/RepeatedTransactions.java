package dev.gangway.base;

import java.util.Arrays;
import java.util.function.Consumer;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Advisor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repeats calls of {@link Transactional} services as {@link Transactions} does, where the database gave their transaction up for
 * another: what such a call does outside of the transaction waits for its end, but for rows that are handed out.
 */
@Configuration(proxyBeanMethods = false)
class RepeatedTransactions {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor repeatedTransactionsAdvisor(ObjectProvider<Transactions> transactions) {
        MethodInterceptor again = call -> handsRowsOut(call)
                ? call.proceed()
                : transactions
                        .getObject()
                        .calling(() ->
                                ((ProxyMethodInvocation) call).invocableClone().proceed());
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(
                new ComposablePointcut(new AnnotationMatchingPointcut(Transactional.class, true))
                        .union((Pointcut) AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class)),
                again);
        // Around the transaction, which comes last of all.
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return advisor;
    }

    /** What was handed out before would be handed out once more. */
    private static boolean handsRowsOut(MethodInvocation call) {
        return Arrays.stream(call.getArguments()).anyMatch(Consumer.class::isInstance);
    }
}

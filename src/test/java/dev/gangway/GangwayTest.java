package dev.gangway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A test with the whole application on a real embedded PostgreSQL. All such tests of one JVM share one context and one
 * database: they make their own accounts and rely on nothing that others left.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gangway.database.directory=target/test-database/${test.fork:jvm1}/postgres",
            "gangway.database.durable=false",
            // Tests make the wizard sessions that they speak of.
            "gangway.demo-sessions=0",
            // At its real cost the hashing of passwords would be a third of what all tests do.
            "gangway.passwords.memory=2MB",
            "gangway.website.allowed-hosts=127.0.0.2"
        })
public @interface GangwayTest {}

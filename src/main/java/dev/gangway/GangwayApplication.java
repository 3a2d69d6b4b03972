package dev.gangway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The way in. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GangwayApplication {

    public static void main(String[] args) {
        SpringApplication.run(GangwayApplication.class, args);
    }
}

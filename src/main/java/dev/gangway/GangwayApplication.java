package dev.gangway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class GangwayApplication {
    public static void main(String[] args) {
        SpringApplication.run(GangwayApplication.class, args);
    }
}

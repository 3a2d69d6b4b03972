package dev.gangway.base.web;

import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.WebProblems;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Answers 404 below the API's addresses where no controller does; without it the pages would take the request. */
@Configuration(proxyBeanMethods = false)
class UnknownApiAddresses {

    /** After the controllers (0), before the pages, which take everything. */
    private static final int ORDER = 10;

    @Bean
    SimpleUrlHandlerMapping unknownApiAddress(WebProblems problems) {
        HttpRequestHandler notFound = (request, response) -> problems.write(request, response, ProblemType.NOT_FOUND);
        return new SimpleUrlHandlerMapping(
                Map.of("/api/**", notFound, "/actuator/**", notFound, "/v3/**", notFound, "/calendar/**", notFound),
                ORDER);
    }
}

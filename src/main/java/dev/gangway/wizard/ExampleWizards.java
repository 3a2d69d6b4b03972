package dev.gangway.wizard;

import dev.gangway.base.DemoMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Publishes the wizards of a demonstration where they never were. */
@Component
@Order(2)
@ConditionalOnWebApplication
class ExampleWizards implements ApplicationRunner {

    static final List<String> FILES = List.of("wizards/laptop-configuration.yaml", "wizards/team-event.yaml");

    private static final Logger LOG = LoggerFactory.getLogger(ExampleWizards.class);

    private final DemoMode demo;
    private final WizardPublishing wizards;

    ExampleWizards(DemoMode demo, WizardPublishing wizards) {
        this.demo = demo;
        this.wizards = wizards;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!demo.enabled()) {
            return;
        }
        for (String file : FILES) {
            WizardPublishing.Introduction outcome =
                    wizards.introduce(new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8));
            LOG.debug("{}: {}", file, outcome);
        }
    }
}

package dev.gangway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Modules depend in one direction, use only what another module offers, and say what they may depend on. */
class ModularityTest {

    private final ApplicationModules modules = ApplicationModules.of(GangwayApplication.class);

    @Test
    void modulesHaveNoCyclesAndUseOnlyWhatIsOffered() {
        modules.verify();
    }

    @Test
    void everyModuleSaysWhatItMayDependOn() {
        assertThat(modules.stream()
                        .map(ApplicationModule::getBasePackage)
                        .map(base -> base.getAnnotation(org.springframework.modulith.ApplicationModule.class)))
                .isNotEmpty()
                .allSatisfy(declared -> assertThat(declared)
                        .hasValueSatisfying(module -> assertThat(module.allowedDependencies())
                                .doesNotContain(org.springframework.modulith.ApplicationModule.OPEN_TOKEN)));
    }
}

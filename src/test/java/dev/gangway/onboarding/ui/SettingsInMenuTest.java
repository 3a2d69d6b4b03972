package dev.gangway.onboarding.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.StepData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GangwayTest
class SettingsInMenuTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private StepData stepData;

    private UserId ada;

    @BeforeEach
    void anAccount() {
        ada = accounts.user();
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void beforeTheOnboardingIsCompletedThereIsNothingToSet() {
        open("account");

        assertThat(isInMenu("onboarding")).isTrue();
        assertThat(isInMenu("settings")).isFalse();
    }

    @Test
    void finishingShowsThemAtOnce() {
        stepData.walkTo(ada, OnboardingStep.SUMMARY);
        open("onboarding");
        assertThat(isInMenu("settings")).isFalse();

        _click(_get(Button.class, spec -> spec.withClasses("submit")));

        assertThat(isInMenu("settings")).isTrue();
    }

    @Test
    void finishingElsewhereShowsThemAtTheNextNavigation() {
        stepData.walkTo(ada, OnboardingStep.SUMMARY);
        open("onboarding");
        onboardings.finish(ada);

        UI.getCurrent().navigate("account");

        assertThat(isInMenu("settings")).isTrue();
    }

    private void open(String address) {
        pages.openAs(ada, Role.USER);
        UI.getCurrent().navigate(address);
    }

    private static boolean isInMenu(String address) {
        return !_find(
                        Anchor.class,
                        spec -> spec.withPredicate(link -> link.getHref().equals(address)))
                .isEmpty();
    }
}

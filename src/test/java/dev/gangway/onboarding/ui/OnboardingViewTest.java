package dev.gangway.onboarding.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Pages;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.OnboardingSummary;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.StepData;
import dev.gangway.onboarding.Website;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.Submission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.StringNode;

@GangwayTest
class OnboardingViewTest {

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
    void theFirstStepOpensForWhoeverHasNotBegun() {
        open("onboarding");

        assertThat(heading()).isEqualTo("API keys");
        assertThat(percent()).isZero();
        assertThat(states()).startsWith("API keys current", "Website locked");
    }

    @Test
    void aStepThatIsNotOpenLeadsToTheFurthestOpenOne() {
        stepData.walkTo(ada, OnboardingStep.RESEARCH);

        open("onboarding/summary");

        assertThat(heading()).isEqualTo("Research");
        assertThat(percent()).isEqualTo(33);
        assertThat(states()).startsWith("API keys completed", "Website completed", "Research current");
    }

    @Test
    void whatIsErasedElsewhereLeadsToWhereItStandsByItself() {
        stepData.walkTo(ada, OnboardingStep.RESEARCH);
        open("onboarding/research");

        onboardings.erase(ada);

        pages.hears(() -> heading().equals("API keys"));
        assertThat(percent()).isZero();
    }

    @Test
    void aKeyOfTheWrongFormIsRefusedBesideItsField() {
        open("onboarding");
        _setValue(_get(PasswordField.class, spec -> spec.withLabel("Gemini API key")), "nope");

        next();

        assertThat(heading()).isEqualTo("API keys");
        assertThat(_get(PasswordField.class, spec -> spec.withLabel("Gemini API key"))
                        .getErrorMessage())
                .isEqualTo("Gemini API key must start with AIza");
        assertThat(onboardings.status(ada).status()).isEqualTo("not_started");
    }

    @Test
    void nextStoresTheKeyAndShowsTheNextStep() {
        open("onboarding");
        _setValue(_get(PasswordField.class, spec -> spec.withLabel("OpenAI API key")), StepData.OPENAI_KEY);

        next();

        assertThat(heading()).isEqualTo("Website");
        assertThat(percent()).isEqualTo(17);
    }

    @Test
    void aSavedKeyIsMaskedAndCanBeRemovedOnceAnotherIsThere() {
        stepData.walkTo(ada, OnboardingStep.WEBSITE);
        open("onboarding/api_keys");

        assertThat(_find(PasswordField.class, spec -> spec.withLabel("OpenAI API key")))
                .isEmpty();
        _click(_get(Button.class, spec -> spec.withText("Remove key")));
        _setValue(_get(PasswordField.class, spec -> spec.withLabel("Mistral API key")), "mistral-key-of-twenty-chars");
        next();

        assertThat(Objects.requireNonNull(summary().keys()).value())
                .extracting(key -> key.provider().title())
                .containsExactly("Mistral");
    }

    @Test
    void keysOfFurtherProvidersCanBeGivenOnceTheirFieldsAreOpenedAndAreShownWhenSaved() {
        stepData.walkTo(ada, OnboardingStep.WEBSITE);
        open("onboarding/api_keys");
        assertThat(_find(PasswordField.class, spec -> spec.withLabel("Tavily API key")))
                .isEmpty();
        NativeDetails more = _get(NativeDetails.class);
        more.setOpen(true);
        ComponentUtil.fireEvent(more, new NativeDetails.ToggleEvent(more, true));
        _setValue(_get(PasswordField.class, spec -> spec.withLabel("Tavily API key")), "short");
        next();
        assertThat(_get(PasswordField.class, spec -> spec.withLabel("Tavily API key"))
                        .getErrorMessage())
                .contains("at least 10");
        _setValue(_get(PasswordField.class, spec -> spec.withLabel("Tavily API key")), "tvly-1234567890");
        next();

        open("onboarding/api_keys");
        assertThat(_get(NativeDetails.class).isOpen()).isTrue();
        assertThat(_find(Span.class, spec -> spec.withText("••••7890"))).hasSize(1);
        assertThat(_find(PasswordField.class, spec -> spec.withLabel("Serper API key")))
                .hasSize(1);
    }

    @Test
    void keysThatAreTypedStayWhereOneOfThemWasSavedElsewhereToo() {
        stepData.walkTo(ada, OnboardingStep.WEBSITE);
        open("onboarding/api_keys");
        save(OnboardingStep.API_KEYS, "keys.mistral", "mistral-key-of-others");
        _setValue(_get(PasswordField.class, spec -> spec.withLabel("Mistral API key")), "mistral-key-of-mine!");
        _setValue(
                _get(PasswordField.class, spec -> spec.withLabel("Gemini API key")), "AIza" + "x".repeat(31) + "mine");

        next();
        assertThat(conflictValues()).containsExactly("••••ine!", "••••hers");
        _click(_get(Button.class, spec -> spec.withText("Keep mine")));
        next();

        assertThat(heading()).isEqualTo("Website");
        assertThat(keys()).contains("Mistral ••••ine!", "Gemini ••••mine");
    }

    @Test
    void aKeyThatIsToBeRemovedIsRemovedAfterAllWhereItWasReplacedElsewhere() {
        stepData.walkTo(ada, OnboardingStep.WEBSITE);
        save(OnboardingStep.API_KEYS, "keys.mistral", "mistral-key-of-twenty-chars");
        open("onboarding/api_keys");
        save(OnboardingStep.API_KEYS, "keys.openai", StepData.OPENAI_KEY + "else");
        _click(_find(Button.class, spec -> spec.withText("Remove key")).getFirst());

        next();
        _click(_get(Button.class, spec -> spec.withText("Keep mine")));
        next();

        assertThat(keys()).singleElement().asString().startsWith("Mistral");
    }

    @Test
    void aDraftOfANumberThatIsNoneLeavesTheFieldEmptyAndThePageOpen() {
        stepData.walkTo(ada, OnboardingStep.PERSONA);
        onboardings.replaceDraft(
                ada,
                OnboardingStep.PERSONA,
                StepData.answers("{'platform_personas': {'blog': {'character_limit': 99999999999}}}"));

        open("onboarding/persona");

        assertThat(heading()).isEqualTo("Persona");
    }

    @Test
    void keysThatAreErasedElsewhereAreNotShownAnyMore() {
        stepData.walkTo(ada, OnboardingStep.WEBSITE);
        open("onboarding/api_keys");
        assertThat(_find(Button.class, spec -> spec.withText("Remove key"))).hasSize(1);

        onboardings.erase(ada);

        pages.hears(
                () -> _find(Button.class, spec -> spec.withText("Remove key")).isEmpty());
    }

    @Test
    void aKeyThatAnotherTabSavedForAFurtherProviderSurvivesNextOnAPageWithoutItsField() {
        stepData.walkTo(ada, OnboardingStep.WEBSITE);
        open("onboarding/api_keys");
        save(OnboardingStep.API_KEYS, "keys.tavily", "tvly-1234567890");
        _setValue(_get(PasswordField.class, spec -> spec.withLabel("Mistral API key")), "mistral-key-of-twenty-chars");
        next();

        assertThat(Objects.requireNonNull(summary().keys()).value())
                .extracting(key -> key.provider().title())
                .containsExactlyInAnyOrder("OpenAI", "Mistral", "Tavily");
    }

    @Test
    void aRemovalCanBeTakenBackBeforeNext() {
        stepData.walkTo(ada, OnboardingStep.WEBSITE);
        open("onboarding/api_keys");
        _click(_get(Button.class, spec -> spec.withText("Remove key")));
        _click(_get(Button.class, spec -> spec.withText("Keep the saved key")));
        next();

        assertThat(heading()).isEqualTo("Website");
        assertThat(Objects.requireNonNull(summary().keys()).value())
                .extracting(key -> key.provider().title())
                .containsExactly("OpenAI");
    }

    @Test
    void aProposedPersonaIsStillAProposalAfterTheTabWasClosed() {
        stepData.walkTo(ada, OnboardingStep.PERSONA);
        open("onboarding/persona");
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getElement().getTextRecursively().contains("Generate persona"))));
        String archetype = field("Archetype").getValue();
        pages.close();

        open("onboarding/persona");

        assertThat(field("Archetype").getValue()).isEqualTo(archetype).isNotEmpty();
        assertThat(field("Archetype").getClassNames()).contains("proposed").doesNotContain("restored");
        assertThat(_find(Notice.class)).isEmpty();
    }

    @Test
    void whoHasNoWebsiteDescribesTheBusiness() {
        stepData.walkTo(ada, OnboardingStep.WEBSITE);
        open("onboarding");
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("I don't have a website")), true);

        assertThat(_find(TextField.class, spec -> spec.withLabel("Website URL")))
                .isEmpty();
        next();
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Business description"))
                        .isInvalid())
                .isTrue();
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Business description")), "We repair wooden boats");
        next();

        assertThat(heading()).isEqualTo("Research");
        assertThat(website().businessDescription()).isEqualTo("We repair wooden boats");
    }

    @Test
    void whatIsTypedIsBackAfterTheTabWasClosedAndIsMarked() {
        stepData.walkTo(ada, OnboardingStep.RESEARCH);
        open("onboarding");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Competitors")), "example.com");
        pages.close();

        open("onboarding");

        TextArea competitors = _get(TextArea.class, spec -> spec.withLabel("Competitors"));
        assertThat(competitors.getValue()).isEqualTo("example.com");
        assertThat(competitors.getClassNames()).contains("restored");
        _get(Paragraph.class, spec -> spec.withText("Draft restored"));
    }

    @Test
    void fieldsChangedInAnotherTabAreMerged() {
        stepData.walkTo(ada, OnboardingStep.RESEARCH);
        open("onboarding/website");
        save(OnboardingStep.WEBSITE, "industry", "Shipyards");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Business goals")), "More boats");

        next();

        assertThat(website().industry()).isEqualTo("Shipyards");
        assertThat(website().businessGoals()).isEqualTo("More boats");
    }

    @Test
    void aFieldChangedInBothTabsShowsBothValuesToChooseFrom() {
        stepData.walkTo(ada, OnboardingStep.RESEARCH);
        open("onboarding/website");
        save(OnboardingStep.WEBSITE, "industry", "Shipyards");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Industry")), "Boat repair");

        next();

        assertThat(heading()).isEqualTo("Website");
        assertThat(conflictValues()).containsExactly("Boat repair", "Shipyards");
        next();
        assertThat(heading()).as("nothing goes on without a choice").isEqualTo("Website");
        _click(_get(Button.class, spec -> spec.withText("Keep mine")));
        next();
        assertThat(website().industry()).isEqualTo("Boat repair");
    }

    @Test
    void keepingTheirsLeavesWhatWasStored() {
        stepData.walkTo(ada, OnboardingStep.RESEARCH);
        open("onboarding/website");
        save(OnboardingStep.WEBSITE, "industry", "Shipyards");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Industry")), "Boat repair");
        next();

        _click(_get(Button.class, spec -> spec.withText("Keep theirs")));
        next();

        assertThat(heading()).isEqualTo("Research");
        assertThat(website().industry()).isEqualTo("Shipyards");
    }

    @Test
    void onlyOptionalStepsCanBeSkipped() {
        stepData.walkTo(ada, OnboardingStep.PERSONA);
        open("onboarding/research");
        assertThat(_find(Button.class, spec -> spec.withClasses("action"))).hasSize(1);
        UI.getCurrent().navigate("onboarding/persona");

        _find(Button.class, spec -> spec.withClasses("action")).stream()
                .filter(button -> button.getElement().getTextRecursively().contains("Skip"))
                .forEach(button -> _click(button));

        assertThat(heading()).isEqualTo("First declaration");
        assertThat(states()).contains("Persona skipped");
    }

    @Test
    void contentTypesAreNeeded() {
        stepData.walkTo(ada, OnboardingStep.RESEARCH);
        open("onboarding");
        next();
        CheckboxGroup<String> types = types();
        assertThat(types.isInvalid()).isTrue();

        _setValue(types, Set.of("News"));
        next();

        assertThat(heading()).isEqualTo("Persona");
        assertThat(Objects.requireNonNull(summary().research()).value().contentTypes())
                .containsExactly("News");
    }

    @Test
    void finishCompletesAndLeavesOnlyTheSummary() {
        stepData.walkTo(ada, OnboardingStep.SUMMARY);
        open("onboarding");
        assertThat(heading()).isEqualTo("Summary");

        next();

        assertThat(percent()).isEqualTo(100);
        assertThat(onboardings.status(ada).completed()).isTrue();
        UI.getCurrent().navigate("onboarding/website");
        assertThat(heading()).isEqualTo("Summary");
        assertThat(_find(Button.class, spec -> spec.withClasses("submit"))).isEmpty();
    }

    @Test
    void theSummaryMarksWhatWasChangedSinceItWasOpened() {
        stepData.walkTo(ada, OnboardingStep.SUMMARY);
        open("onboarding/summary");
        save(OnboardingStep.WEBSITE, "industry", "Shipyards");

        _get(SummaryPanel.class).refresh();

        assertThat(_get(SummaryPanel.class).getElement().getTextRecursively())
                .contains("Shipyards")
                .containsOnlyOnce("Changed since you opened this page");
    }

    private void open(String address) {
        pages.openAs(ada, Role.USER);
        UI.getCurrent().navigate(address);
    }

    private static void next() {
        _click(_get(Button.class, spec -> spec.withClasses("submit")));
    }

    private static String heading() {
        return _get(H1.class).getText();
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static int percent() {
        return (int) _get(
                        ProgressBar.class,
                        spec -> spec.withPredicate(bar ->
                                bar.getElement().getAttribute("aria-labelledby").equals("wizard-percent")))
                .getValue();
    }

    private static List<String> states() {
        return _find(_get(OrderedList.class), ListItem.class).stream()
                .map(item -> _find(item, Span.class).stream().map(Span::getText).collect(Collectors.joining(" ")))
                .toList();
    }

    private static List<String> conflictValues() {
        return _find(Span.class, spec -> spec.withClasses("conflict-value")).stream()
                .map(Span::getText)
                .toList();
    }

    @SuppressWarnings("unchecked") // the only checkbox group on the page
    private static CheckboxGroup<String> types() {
        return _get(CheckboxGroup.class);
    }

    private List<String> keys() {
        return Objects.requireNonNull(summary().keys()).value().stream()
                .map(key -> key.provider().title() + " " + key.masked())
                .toList();
    }

    private OnboardingSummary summary() {
        return onboardings.summary(ada).orElseThrow();
    }

    private Website website() {
        return Objects.requireNonNull(summary().website()).value();
    }

    private void save(OnboardingStep step, String field, String value) {
        onboardings.complete(ada, step, Submission.of(new Answers(Map.of(field, StringNode.valueOf(value)))));
    }
}

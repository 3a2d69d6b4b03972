package dev.gangway.onboarding.api;

import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import dev.gangway.base.UserId;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.onboarding.AnalysisStart;
import dev.gangway.onboarding.KBlock;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.Personas;
import dev.gangway.onboarding.WebsiteAnalyses;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.Submission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** What single steps offer beside being saved. */
@RestController
@RequestMapping("/api/onboarding")
@PreAuthorize("hasRole('USER')")
@Tag(name = "Onboarding steps")
class StepActionsController {

    private final Onboardings onboardings;
    private final WebsiteAnalyses analyses;
    private final Personas personas;
    private final StepAnswers answers;
    private final Problems problems;
    private final Texts texts;
    private final CurrentCaller caller;

    StepActionsController(
            Onboardings onboardings,
            WebsiteAnalyses analyses,
            Personas personas,
            StepAnswers answers,
            Problems problems,
            Texts texts,
            CurrentCaller caller) {
        this.onboardings = onboardings;
        this.analyses = analyses;
        this.personas = personas;
        this.answers = answers;
        this.problems = problems;
        this.texts = texts;
        this.caller = caller;
    }

    @PostMapping("/website/analyze")
    @Operation(summary = "Have the saved website read in the background")
    ResponseEntity<?> analyze() {
        return switch (analyses.start(caller.get().userId())) {
            case AnalysisStart.Staged() -> ResponseEntity.accepted().body(new AnalysisAnswer("in_progress", 0));
            case AnalysisStart.Invalid(var found) -> problems.invalid(found);
            case AnalysisStart.NoAddress() -> problems.wrongState(Message.of("onboarding.problem.no_website"));
            case AnalysisStart.NotOpen() -> answers.notOpen();
        };
    }

    @PostMapping("/persona/generate")
    @Operation(summary = "Propose a persona from the steps before, without saving it")
    ResponseEntity<?> propose() {
        UserId userId = caller.get().userId();
        boolean open = onboardings.status(userId).steps().stream()
                .anyMatch(step -> step.name().equals(OnboardingStep.PERSONA.key())
                        && !step.status().equals("locked"));
        return open ? ResponseEntity.ok(personas.propose(userId, LocaleContextHolder.getLocale())) : answers.notOpen();
    }

    @PostMapping("/first-declaration")
    @Operation(summary = "Save step 5 and make the knowledge block")
    ResponseEntity<?> declare(@RequestBody DeclarationBody body) {
        UserId userId = caller.get().userId();
        if (body.sessionId() != null
                && !SessionIds.isOwn(
                        body.sessionId(), onboardings.status(userId).sessionId())) {
            return problems.notFound();
        }
        JsonNode declaration =
                body.declaration() == null ? NullNode.getInstance() : StringNode.valueOf(body.declaration());
        StepOutcome outcome = onboardings.complete(
                userId,
                OnboardingStep.FIRST_DECLARATION,
                Submission.of(new Answers(Map.of("declaration", declaration))));
        return outcome instanceof StepOutcome.Advanced
                ? ResponseEntity.ok(answer(onboardings.firstKblock(userId).orElseThrow()))
                : answers.of(outcome);
    }

    private DeclarationAnswer answer(KBlock block) {
        return new DeclarationAnswer(
                block.id(),
                block.title(),
                block.layer(),
                block.loss(),
                block.justification(),
                new Celebration("🎉", texts.of(Message.of("onboarding.celebration")), "short"));
    }

    record DeclarationBody(
            @Nullable String declaration, @Nullable String sessionId) {}

    record DeclarationAnswer(
            UUID kblockId, String title, int layer, BigDecimal loss, String justification, Celebration celebration) {}

    record Celebration(String emoji, String message, String intensity) {}

    record AnalysisAnswer(String status, int progress) {}
}

package dev.gangway.account.api;

import dev.gangway.account.AccountAdministration;
import dev.gangway.account.AdministrationOutcome;
import dev.gangway.account.ChangeBasis;
import dev.gangway.account.ManagedAccount;
import dev.gangway.account.PasswordLinkOutcome;
import dev.gangway.account.PasswordLinks;
import dev.gangway.account.SecondFactors;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.RecentProof;
import dev.gangway.base.web.ETags;
import dev.gangway.base.web.LinkAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads, makes, changes and disables accounts. */
@RestController
@RequestMapping("/api/accounts/{user_id}")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Accounts")
class AccountController {

    private final AccountAdministration accounts;
    private final PasswordLinks links;
    private final SecondFactors factors;
    private final CurrentCaller caller;
    private final RecentProof proof;
    private final Problems problems;

    AccountController(
            AccountAdministration accounts,
            PasswordLinks links,
            SecondFactors factors,
            CurrentCaller caller,
            RecentProof proof,
            Problems problems) {
        this.accounts = accounts;
        this.links = links;
        this.factors = factors;
        this.caller = caller;
        this.proof = proof;
        this.problems = problems;
    }

    @GetMapping
    @Operation(summary = "An account")
    ResponseEntity<?> read(@PathVariable("user_id") String userId) {
        return UserId.read(userId)
                .flatMap(accounts::find)
                .<ResponseEntity<?>>map(found -> answer(HttpStatus.OK, found))
                .orElseGet(problems::notFound);
    }

    @PutMapping
    @Operation(summary = "Make or change an account")
    ResponseEntity<?> put(
            @PathVariable("user_id") String userId,
            @RequestBody AccountBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Optional<UserId> id = UserId.read(userId);
        if (id.isEmpty()) {
            return problems.invalid(List.of(FieldProblem.of("user_id", "account.id.wrong")));
        }
        List<FieldProblem> missing = body.missing();
        if (!missing.isEmpty()) {
            return problems.invalid(missing);
        }
        ChangeBasis basis = body.version() == null ? basis(ifMatch) : ChangeBasis.version(body.version());
        UserId admin = caller.get().userId();
        AdministrationOutcome outcome = body.enabled() == null
                ? accounts.putButEnabled(admin, id.get(), body.change(), basis)
                : accounts.put(admin, id.get(), body.change(), basis);
        return outcome instanceof AdministrationOutcome.Unknown
                ? problems.of(ProblemType.CONFLICT, Message.of("problem.version_of_nothing"))
                : answer(outcome);
    }

    @DeleteMapping
    @Operation(summary = "Disable an account")
    ResponseEntity<?> disable(
            @PathVariable("user_id") String userId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return UserId.read(userId)
                .<ResponseEntity<?>>map(id -> {
                    AdministrationOutcome outcome =
                            accounts.disable(caller.get().userId(), id, basis(ifMatch));
                    return outcome instanceof AdministrationOutcome.Saved
                            ? ResponseEntity.noContent().build()
                            : answer(outcome);
                })
                .orElseGet(problems::notFound);
    }

    @PostMapping("/password-link")
    @Operation(summary = "Make a one-time link by which the account's owner chooses a password")
    ResponseEntity<?> passwordLink(@PathVariable("user_id") String userId, HttpServletRequest request) {
        Caller admin = caller.get();
        if (!proof.isRecent(admin)) {
            return problems.proofNeeded(proof.holds());
        }
        return switch (UserId.read(userId)
                .map(id -> links.make(admin.userId(), id))
                .orElseGet(PasswordLinkOutcome.Unknown::new)) {
            case PasswordLinkOutcome.Made(var token, var expiry) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .body(new PasswordLinkAnswer(LinkAddress.of(request, "password", token), expiry));
            case PasswordLinkOutcome.Refused(var why) -> problems.wrongState(why);
            case PasswordLinkOutcome.Unknown unknown -> problems.notFound();
        };
    }

    @DeleteMapping("/second-factor")
    @Operation(summary = "Take the second factor off an account whose owner lost it")
    ResponseEntity<?> takeSecondFactorOff(@PathVariable("user_id") String userId) {
        Caller admin = caller.get();
        if (!proof.isRecent(admin)) {
            return problems.proofNeeded(proof.holds());
        }
        Optional<UserId> id = UserId.read(userId);
        if (id.filter(admin.userId()::equals).isPresent()) {
            return problems.wrongState(Message.of("accounts.factor.own"));
        }
        return id.filter(each -> factors.takeOff(admin.userId(), each)).isPresent()
                ? ResponseEntity.noContent().build()
                : problems.notFound();
    }

    private ResponseEntity<?> answer(AdministrationOutcome outcome) {
        return switch (outcome) {
            case AdministrationOutcome.Saved(var account, var made) ->
                answer(made ? HttpStatus.CREATED : HttpStatus.OK, account);
            case AdministrationOutcome.Invalid(var wrong) -> problems.invalid(wrong);
            case AdministrationOutcome.Stale(var conflicts) -> problems.conflict(conflicts);
            case AdministrationOutcome.Refused(var why) -> problems.wrongState(why);
            case AdministrationOutcome.Unknown unknown -> problems.notFound();
        };
    }

    private static ResponseEntity<AccountAnswer> answer(HttpStatus status, ManagedAccount account) {
        return ResponseEntity.status(status).eTag(ETags.of(account.version())).body(AccountAnswer.of(account));
    }

    private static ChangeBasis basis(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return ChangeBasis.newest();
        }
        Long version = ETags.version(ifMatch);
        return version == null
                ? ChangeBasis.existing()
                : ChangeBasis.version(Math.toIntExact(Math.min(version, Integer.MAX_VALUE)));
    }

    /** The link, known only now. */
    record PasswordLinkAnswer(String url, Instant expiresAt) {

        @Override
        public String toString() {
            return "PasswordLinkAnswer[" + expiresAt + "]"; // its secret must not get into a log
        }
    }
}

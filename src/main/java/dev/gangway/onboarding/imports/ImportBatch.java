package dev.gangway.onboarding.imports;

import dev.gangway.account.ForeignAccounts;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.onboarding.OnboardingChanged;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.imports.ImportReport.SkippedFile;
import dev.gangway.onboarding.internal.BatchedStep;
import dev.gangway.onboarding.internal.OnboardingSteps;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepHandler;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionBatches;
import dev.gangway.wizard.WizardSessionId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes many checked files in the caller's transaction, each table in one round trip. */
@Component
class ImportBatch {

    private final ForeignAccounts accounts;
    private final WizardSessionBatches sessions;
    private final OnboardingSteps steps;
    private final NamedParameterJdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    ImportBatch(
            ForeignAccounts accounts,
            WizardSessionBatches sessions,
            OnboardingSteps steps,
            NamedParameterJdbcTemplate jdbc,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.steps = steps;
        this.jdbc = jdbc;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes the files, by name; no account is in it twice. */
    ImportReport write(Map<String, ProgressFile> files) {
        ForeignAccounts.Known known = accounts.ensure(
                files.values().stream().map(ProgressFile::userId).toList());
        List<SkippedFile> skipped = new ArrayList<>();
        Map<UserId, ProgressFile> wanted = new LinkedHashMap<>();
        files.forEach((name, file) -> {
            if (known.has(file.userId())) {
                wanted.put(file.userId(), file);
            } else {
                skipped.add(new SkippedFile(name, "another account is named like its user_id"));
            }
        });
        Map<UserId, WizardSession> existing = sessions.lock(wanted.keySet(), OnboardingStep.WIZARD);
        List<Replay> fresh = new ArrayList<>();
        List<Replay> changed = new ArrayList<>();
        wanted.forEach((userId, file) -> {
            WizardSession before = existing.get(userId);
            if (before == null) {
                fresh.add(new Replay(begin(file), file));
            } else {
                Replay replay = new Replay(before, file);
                if (!replay.isUnchanged()) {
                    changed.add(replay);
                }
            }
        });
        store(fresh, changed, known);
        return new ImportReport(
                files.size(),
                known.made().size(),
                fresh.size(),
                changed.size(),
                wanted.size() - fresh.size() - changed.size(),
                skipped);
    }

    private WizardSession begin(ProgressFile file) {
        return WizardSession.start(
                new WizardSessionId(ids.next()), file.userId(), OnboardingStep.WIZARD, file.startedAt());
    }

    private void store(List<Replay> fresh, List<Replay> changed, ForeignAccounts.Known known) {
        List<Replay> all = new ArrayList<>(fresh);
        all.addAll(changed);
        List<WizardSession> after =
                all.stream().map(replay -> replay.after(clock.instant())).toList();
        sessions.insert(after.subList(0, fresh.size()));
        sessions.update(after.subList(fresh.size(), after.size()));
        sessions.countCompleted(OnboardingStep.WIZARD, (int)
                all.stream().filter(Replay::isFinished).count());
        storeAnswers(all.stream().flatMap(replay -> replay.stored().stream()).toList());
        after.stream()
                .map(WizardSession::userId)
                .filter(known.existing()::contains)
                .forEach(userId -> events.publishEvent(new OnboardingChanged(userId)));
    }

    private void storeAnswers(List<Replay.Stored> answers) {
        Map<OnboardingStep, List<MapSqlParameterSource>> rows = new EnumMap<>(OnboardingStep.class);
        for (Replay.Stored stored : answers) {
            StepHandler handler = steps.handler(stored.step());
            if (stored.replaced() == null && handler instanceof BatchedStep batched) {
                rows.computeIfAbsent(stored.step(), step -> new ArrayList<>())
                        .add(batched.parameters(stored.run(), stored.answers()));
            } else {
                replace(handler, stored);
            }
        }
        rows.forEach((step, parameters) -> jdbc.batchUpdate(
                ((BatchedStep) steps.handler(step)).statement(), parameters.toArray(MapSqlParameterSource[]::new)));
    }

    /** The file is newer than what is stored: rare, so one by one, and the earlier answers are kept. */
    private void replace(StepHandler handler, Replay.Stored stored) {
        Answers saved = handler.saved(stored.run().id());
        if (stored.replaced() != null) {
            sessions.keep(stored.run(), handler.key(), saved, stored.replaced());
        }
        Answers merged = saved.with(stored.answers());
        handler.store(
                stored.run(),
                handler.check(merged, saved) instanceof StepHandler.Check.Valid(var valid) ? valid : stored.answers(),
                saved);
    }
}

package dev.gangway.wizard;

import java.util.Set;
import java.util.UUID;

/**
 * Which wizard sessions the all-sessions grid shows: those that pass every part. An empty text or set lets all pass.
 * Texts stand anywhere in what they look for, whatever the case; fewer than three characters begin it.
 *
 * @param text in the account's name or the wizard session's
 * @param account in the account's name
 * @param name in the wizard session's name
 * @param steps keys of steps
 * @param marks any of which a statistic counted
 */
public record OverviewFilter(
        String text,
        String account,
        String name,
        Set<UUID> wizards,
        Set<WizardSessionStatus> statuses,
        Set<String> steps,
        Set<ProgressRange> progress,
        TimeRange started,
        TimeRange lastActivity,
        Set<DurationRange> durations,
        Set<StepMark> marks) {

    /** Lets all pass. */
    public static final OverviewFilter NONE = new OverviewFilter(
            "", "", "", Set.of(), Set.of(), Set.of(), Set.of(), TimeRange.ALWAYS, TimeRange.ALWAYS, Set.of(), Set.of());

    public OverviewFilter {
        text = text.strip();
        account = account.strip();
        name = name.strip();
        wizards = Set.copyOf(wizards);
        statuses = Set.copyOf(statuses);
        steps = Set.copyOf(steps);
        progress = Set.copyOf(progress);
        durations = Set.copyOf(durations);
        marks = Set.copyOf(marks);
    }

    /** The same with another text. */
    public OverviewFilter withText(String text) {
        return new OverviewFilter(
                text, account, name, wizards, statuses, steps, progress, started, lastActivity, durations, marks);
    }

    /** The same with another account. */
    public OverviewFilter withAccount(String account) {
        return new OverviewFilter(
                text, account, name, wizards, statuses, steps, progress, started, lastActivity, durations, marks);
    }

    /** The same with another name. */
    public OverviewFilter withName(String name) {
        return new OverviewFilter(
                text, account, name, wizards, statuses, steps, progress, started, lastActivity, durations, marks);
    }

    /** The same with other wizards. */
    public OverviewFilter withWizards(Set<UUID> wizards) {
        return new OverviewFilter(
                text, account, name, wizards, statuses, steps, progress, started, lastActivity, durations, marks);
    }

    /** The same with other statuses. */
    public OverviewFilter withStatuses(Set<WizardSessionStatus> statuses) {
        return new OverviewFilter(
                text, account, name, wizards, statuses, steps, progress, started, lastActivity, durations, marks);
    }

    /** The same with other steps. */
    public OverviewFilter withSteps(Set<String> steps) {
        return new OverviewFilter(
                text, account, name, wizards, statuses, steps, progress, started, lastActivity, durations, marks);
    }

    /** The same with another progress. */
    public OverviewFilter withProgress(Set<ProgressRange> progress) {
        return new OverviewFilter(
                text, account, name, wizards, statuses, steps, progress, started, lastActivity, durations, marks);
    }

    /** The same with another range of beginnings. */
    public OverviewFilter withStarted(TimeRange started) {
        return new OverviewFilter(
                text, account, name, wizards, statuses, steps, progress, started, lastActivity, durations, marks);
    }

    /** The same with another range of last activity. */
    public OverviewFilter withLastActivity(TimeRange lastActivity) {
        return new OverviewFilter(
                text, account, name, wizards, statuses, steps, progress, started, lastActivity, durations, marks);
    }

    /** The same with other durations. */
    public OverviewFilter withDurations(Set<DurationRange> durations) {
        return new OverviewFilter(
                text, account, name, wizards, statuses, steps, progress, started, lastActivity, durations, marks);
    }

    /** The same with other marks. */
    public OverviewFilter withMarks(Set<StepMark> marks) {
        return new OverviewFilter(
                text, account, name, wizards, statuses, steps, progress, started, lastActivity, durations, marks);
    }
}

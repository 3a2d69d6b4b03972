package dev.gangway.demo.internal;

import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.wizard.Lapses;
import dev.gangway.wizard.Response;
import dev.gangway.wizard.StepDefinition;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionLoads.Loaded;
import dev.gangway.wizard.WizardSessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws wizard sessions as people leave them behind: some wizards and people are busy and most are not, everybody works in
 * the daytime of their own zone, more stop at the beginning than later, and some come back the next day.
 */
public final class DemoHistory {

    private static final int DAYS = 540;
    private static final double FINISHES = 0.58;
    private static final double COMES_BACK = 0.06;
    private static final double PASSES_OVER = 0.3;
    private static final double BUSY_PEOPLE = 2.5;
    private static final double BUSY_WIZARDS = 1.6;
    private static final double MEDIAN_SECONDS = 45;

    /** Hours from UTC of Los Angeles, New York, London, Berlin, Delhi, Tokyo and Sydney, roughly. */
    private static final int[] ZONES = {-8, -5, 0, 1, 5, 9, 10};

    private final List<DemoWizard> wizards;
    private final List<UserId> people;
    private final Ids ids;
    private final Instant now;

    /** Of wizard sessions that were all begun before now. */
    public DemoHistory(List<DemoWizard> wizards, List<UserId> people, Ids ids, Instant now) {
        this.wizards = List.copyOf(wizards);
        this.people = List.copyOf(people);
        this.ids = ids;
        this.now = now;
    }

    /** Another wizard session. */
    public Loaded next(RandomGenerator random) {
        int who = skewed(people.size(), BUSY_PEOPLE, random);
        DemoWizard wizard = wizards.get(skewed(wizards.size(), BUSY_WIZARDS, random));
        Instant begun = begun(ZONES[Math.floorMod(who * 31, ZONES.length)], random);
        WizardSession run = WizardSession.start(
                new WizardSessionId(ids.at(begun)),
                people.get(who),
                wizard.definition(),
                wizard.definition().name() + name(random),
                begun);
        return walked(run, wizard, random);
    }

    private Loaded walked(WizardSession begun, DemoWizard wizard, RandomGenerator random) {
        List<StepDefinition> steps = wizard.definition().steps();
        boolean finishes = random.nextDouble() < FINISHES;
        int stops = finishes ? steps.size() : skewed(steps.size(), 1.5, random);
        WizardSession run = begun;
        List<Response> responses = new ArrayList<>();
        for (StepDefinition step : steps.subList(0, stops)) {
            Duration spent = spent(random);
            Instant at = run.updatedAt().plus(spent);
            if (at.isAfter(now)) {
                return left(run, responses);
            }
            if (!step.required() && random.nextDouble() < PASSES_OVER) {
                run = run.skip(step.key(), at);
            } else {
                run = run.complete(step.key(), at);
                responses.add(new Response(step.key(), wizard.answers(step.key(), random), spent.toSeconds(), at));
            }
        }
        return finishes ? new Loaded(run.finish(run.updatedAt()), responses) : left(run, responses);
    }

    private Loaded left(WizardSession run, List<Response> responses) {
        Instant givenUp = run.lastActivityAt().plus(Lapses.IDLE);
        return new Loaded(givenUp.isAfter(now) ? run : abandoned(run, givenUp), responses);
    }

    private static WizardSession abandoned(WizardSession run, Instant at) {
        return new WizardSession(
                run.id(),
                run.userId(),
                run.wizard(),
                run.name(),
                WizardSessionStatus.ABANDONED,
                run.progress(),
                run.steps(),
                run.version(),
                run.startedAt(),
                run.lastActivityAt(),
                at,
                null,
                at,
                null);
    }

    /** More lately than long ago, and between eight and six on the clock of the person's zone. */
    private Instant begun(int zone, RandomGenerator random) {
        long daysAgo = 1 + (long) (DAYS * Math.pow(random.nextDouble(), 1.4));
        double hour = 8 + 10 * (random.nextDouble() + random.nextDouble()) / 2 - zone;
        Instant midnight = now.minus(Duration.ofDays(daysAgo)).truncatedTo(ChronoUnit.DAYS);
        return midnight.plusMillis((long) (hour * 3_600_000));
    }

    private static Duration spent(RandomGenerator random) {
        double seconds = MEDIAN_SECONDS * Math.exp(0.9 * random.nextGaussian());
        Duration away =
                random.nextDouble() < COMES_BACK ? Duration.ofMinutes(random.nextInt(30, 3 * 24 * 60)) : Duration.ZERO;
        return away.plusMillis((long) (1000 * seconds));
    }

    private static String name(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> " " + random.nextInt(1, 500);
            case 1 ->
                " – "
                        + List.of("draft", "Q3", "team north", "für Berlin", "urgent", "№ 7")
                                .get(random.nextInt(6));
            default -> "";
        };
    }

    private static int skewed(int size, double power, RandomGenerator random) {
        return (int) (size * Math.pow(random.nextDouble(), power));
    }
}

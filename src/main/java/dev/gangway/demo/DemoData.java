package dev.gangway.demo;

import dev.gangway.account.DemoPeople;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.demo.internal.DemoHistory;
import dev.gangway.demo.internal.DemoWizard;
import dev.gangway.demo.internal.DemoWizards;
import dev.gangway.wizard.WizardSessionLoads;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Fills a demonstration with wizard sessions of people who never were. What is drawn depends on the seed alone, but for the
 * present moment.
 */
@Service
public class DemoData {

    private static final int BATCH = 5_000;
    private static final int SESSIONS_A_PERSON = 10;

    private final DemoPeople people;
    private final DemoWizards wizards;
    private final WizardSessionLoads loads;
    private final Ids ids;
    private final Clock clock;

    DemoData(DemoPeople people, DemoWizards wizards, WizardSessionLoads loads, Ids ids, Clock clock) {
        this.people = people;
        this.wizards = wizards;
        this.loads = loads;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds wizard sessions, and a tenth as many people where there are not that many yet.
     *
     * @param sessions at least 1
     * @param done told how many are stored by now
     */
    public void generate(long sessions, long seed, LongConsumer done) {
        List<UserId> known = people.make((int) Math.max(10, Math.min(sessions / SESSIONS_A_PERSON, 1_000_000)));
        List<DemoWizard> published = wizards.published();
        DemoHistory history = new DemoHistory(published, known, ids, clock.instant());
        AtomicLong stored = new AtomicLong();
        loads.all(
                sessions,
                (sessions + BATCH - 1) / BATCH,
                batch -> {
                    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + batch);
                    return Stream.generate(() -> history.next(random))
                            .limit(Math.min(BATCH, sessions - batch * BATCH))
                            .toList();
                },
                count -> done.accept(stored.addAndGet(count)));
    }
}

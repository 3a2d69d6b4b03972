package dev.gangway.wizard;

import dev.gangway.base.copy.Tally;
import dev.gangway.wizard.internal.overview.GridClass;
import dev.gangway.wizard.internal.overview.GridClasses;
import dev.gangway.wizard.internal.overview.GridSample;
import dev.gangway.wizard.internal.overview.GridSample.Share;
import dev.gangway.wizard.internal.overview.GridTexts;
import dev.gangway.wizard.internal.overview.OverviewStore;
import dev.gangway.wizard.internal.overview.PageReader;
import dev.gangway.wizard.internal.overview.Selection;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everyone's wizard sessions for administrators, as the projection has them: sorted by any column, filtered and searched, as
 * quick among ten million rows as among ten (ADR 35). A change shows here a fraction of a second after it was made.
 */
@Service
@Transactional(readOnly = true)
public class WizardSessionOverviews {

    /** The most rows of a page. */
    public static final int MOST_ROWS = 500;

    private static final int COUNTED_EXACTLY = 10_000;
    private static final int SAMPLE = 20_000;
    private static final int GLANCE = 2_000;
    /** Ten million rows over a slow line take hours; who stops reading is ended by the server's time-out for writing. */
    private static final Duration LONGEST_EXPORT = Duration.ofDays(1);

    private final OverviewStore store;
    private final GridClasses classes;
    private final GridSample sample;
    private final GridTexts texts;
    private final TransactionTemplate oneMoment;

    WizardSessionOverviews(
            OverviewStore store,
            GridClasses classes,
            GridSample sample,
            GridTexts texts,
            PlatformTransactionManager manager) {
        this.store = store;
        this.classes = classes;
        this.sample = sample;
        this.texts = texts;
        this.oneMoment = new TransactionTemplate(manager);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setTimeout((int) LONGEST_EXPORT.toSeconds());
    }

    /**
     * A page of rows in the order of the query.
     *
     * @param limit 1 to {@value #MOST_ROWS}
     * @throws IllegalArgumentException when a cursor is none of {@link OverviewPage#cursors}
     */
    public OverviewPage page(OverviewQuery query, OverviewPlace place, int limit) {
        return reader(query).page(place, Math.clamp(limit, 1, MOST_ROWS));
    }

    /** How many rows the filter leaves: counted up to 10,000 or where the classes tell, else estimated from a sample. */
    public Tally total(OverviewFilter filter) {
        Selection selection = selection(filter);
        if (selection.isByClassAlone()) {
            return Tally.exactly(selection.rows());
        }
        if (!areMany(selection)) {
            long counted = store.count(selection, COUNTED_EXACTLY);
            if (counted <= COUNTED_EXACTLY) {
                return Tally.exactly(counted);
            }
        }
        Share share = sample.look(selection, selection.allRows(), SAMPLE);
        return Tally.about(Math.max(COUNTED_EXACTLY + 1, share.of(selection.allRows())));
    }

    /** Whether a glance at some rows tells that there are far more than are counted, so that counting would be in vain. */
    private boolean areMany(Selection selection) {
        Share glance = sample.look(selection, selection.allRows(), GLANCE);
        return glance.matching() >= GLANCE / 50 && glance.of(selection.allRows()) >= 4L * COUNTED_EXACTLY;
    }

    /** Hands over all rows in the order of the query, as they are at one moment, in constant memory. */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.SUPPORTS)
    public void each(OverviewQuery query, Consumer<WizardSessionOverview> row) {
        oneMoment.executeWithoutResult(status -> reader(query).each(row));
    }

    /** The rows that are still there, in no order. */
    public List<WizardSessionOverview> find(Collection<WizardSessionId> ids) {
        Map<Integer, GridClass> byId =
                classes.of(OverviewFilter.NONE).stream().collect(Collectors.toMap(GridClass::id, Function.identity()));
        return store.find(ids, byId);
    }

    /** The wizards that have wizard sessions, by name. */
    public List<OverviewWizard> wizards() {
        return classes.wizards();
    }

    private PageReader reader(OverviewQuery query) {
        return new PageReader(store, sample, query, selection(query.filter()));
    }

    private Selection selection(OverviewFilter filter) {
        return new Selection(filter, classes.of(filter), texts.of(filter));
    }
}

package dev.gangway.wizard.overview;

import dev.gangway.live.LiveChange;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionOverview;
import dev.gangway.wizard.WizardSessionOverviews;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What rows that changed say now, read once for all grids that show the same ones: whoever is told of a change may use what another
 * has read since it was told.
 */
@Component
public class ChangedOverviews {

    private final WizardSessionOverviews overviews;
    private volatile Round latest = new Round(new LiveChange.Anything(), Map.of());

    ChangedOverviews(WizardSessionOverviews overviews) {
        this.overviews = overviews;
    }

    /** Which change, the same object for all who were told of it; and what was read for it. */
    private record Round(LiveChange change, Map<Set<WizardSessionId>, List<WizardSessionOverview>> read) {}

    /** The rows with these ids as they are after the change; those that are gone are left out. */
    public List<WizardSessionOverview> find(LiveChange change, Set<WizardSessionId> ids) {
        return ids.isEmpty() ? List.of() : of(change).read().computeIfAbsent(ids, overviews::find);
    }

    /** Two that begin at the same moment may both read, which is only slower. */
    @SuppressWarnings("ReferenceEquality") // the same ids may change twice, and have to be read twice
    private Round of(LiveChange change) {
        Round round = latest;
        if (round.change() != change) {
            round = new Round(change, new ConcurrentHashMap<>());
            latest = round;
        }
        return round;
    }
}

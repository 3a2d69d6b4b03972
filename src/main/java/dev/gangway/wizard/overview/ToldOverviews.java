package dev.gangway.wizard.overview;

import dev.gangway.base.UserId;
import dev.gangway.live.LiveChanges;
import dev.gangway.wizard.OverviewListener;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessions;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the pages of every replica which rows of the all-sessions grid, and whose own lists, show something else now. */
@Component
class ToldOverviews implements OverviewListener {

    private final LiveChanges live;

    ToldOverviews(LiveChanges live) {
        this.live = live;
    }

    @Override
    public void projected(Set<WizardSessionId> changed, Set<UserId> owners) {
        live.publish(
                OverviewTopics.CHANGED,
                changed.stream().map(id -> id.value().toString()).toList());
        live.publish(WizardSessions.OWNED, owners.stream().map(UserId::value).toList());
    }
}

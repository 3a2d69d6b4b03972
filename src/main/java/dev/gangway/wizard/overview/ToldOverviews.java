package dev.gangway.wizard.overview;

import dev.gangway.live.LiveChanges;
import dev.gangway.wizard.OverviewListener;
import dev.gangway.wizard.WizardSessionId;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the pages of every replica which rows of the all-sessions grid show something else now. */
@Component
class ToldOverviews implements OverviewListener {

    private final LiveChanges live;

    ToldOverviews(LiveChanges live) {
        this.live = live;
    }

    @Override
    public void projected(Set<WizardSessionId> changed) {
        live.publish(
                OverviewTopics.CHANGED,
                changed.stream().map(id -> id.value().toString()).toList());
    }
}

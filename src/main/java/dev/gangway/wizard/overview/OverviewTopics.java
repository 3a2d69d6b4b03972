package dev.gangway.wizard.overview;

import dev.gangway.live.Topic;

/** What is told to the open pages about wizard sessions. */
public final class OverviewTopics {

    /** A row of the all-sessions grid changed, came or went; ids are those of wizard sessions. */
    public static final Topic CHANGED = new Topic("wizard_sessions");

    private OverviewTopics() {}
}

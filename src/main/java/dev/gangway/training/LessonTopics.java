package dev.gangway.training;

import dev.gangway.live.Topic;

/** What is told to open pages about lessons. */
public final class LessonTopics {

    /** Lessons of somebody changed, came or went, or requests about them; ids are those of the accounts on both sides. */
    public static final Topic CHANGED = new Topic("tutoring_sessions");

    private LessonTopics() {}
}

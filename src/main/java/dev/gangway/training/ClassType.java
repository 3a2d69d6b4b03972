package dev.gangway.training;

/** How many students sit in a lesson, and whether a course mixes online and offline lessons. */
public enum ClassType {
    /** One student. */
    ONE_ON_ONE(1),
    /** Two students. */
    ONE_ON_TWO(2),
    /** Three students. */
    ONE_ON_THREE(3),
    /** One student, 30 lessons, some online and some offline. */
    HYBRID(1);

    private final int students;

    ClassType(int students) {
        this.students = students;
    }

    /** How many students it is for. */
    public int students() {
        return students;
    }
}

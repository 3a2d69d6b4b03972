package dev.gangway.wizard.statistics;

/**
 * How many wizard sessions came to a step, and went on.
 *
 * @param title as the newest version with the step has it
 * @param reached that left it behind or stand there
 * @param submitted that went on with answers
 * @param skipped that went on without
 * @param dropped that stand there and are not completed
 */
public record StepFigures(String step, String title, long reached, long submitted, long skipped, long dropped) {

    /** How many went on, with or without answers. */
    public long completed() {
        return reached - dropped;
    }
}

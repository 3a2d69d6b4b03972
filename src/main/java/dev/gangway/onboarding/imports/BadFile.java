package dev.gangway.onboarding.imports;

/** Why a file cannot be taken over; the message is for the person who reads the report and shows no secret. */
final class BadFile extends Exception {

    private static final long serialVersionUID = 1L;

    BadFile(String reason) {
        super(reason);
    }

    /** The reason, in a sentence. */
    String reason() {
        return String.valueOf(getMessage());
    }
}

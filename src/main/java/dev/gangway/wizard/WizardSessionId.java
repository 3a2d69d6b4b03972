package dev.gangway.wizard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one account's run through one wizard. */
public record WizardSessionId(@JsonValue UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

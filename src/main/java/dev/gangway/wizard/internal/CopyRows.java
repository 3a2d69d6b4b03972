package dev.gangway.wizard.internal;

import dev.gangway.wizard.WizardDefinition;
import java.util.Map;

/**
 * Wizard sessions in the text format of COPY, UTF-8.
 *
 * @param runs rows of wizard_sessions
 * @param responses rows of responses
 * @param completed how many are completed, by wizard; none is missing
 * @param count how many wizard sessions these are
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read once, never compared
public record CopyRows(byte[] runs, byte[] responses, Map<WizardDefinition, Integer> completed, int count) {}

package dev.gangway.wizard.overview;

import dev.gangway.wizard.WizardSessionOverview;
import dev.gangway.wizard.WizardSessionView;

/**
 * One wizard session as an administrator sees it.
 *
 * @param row its row in the grid
 * @param view its steps, and the answers of a defined wizard
 */
public record Inspection(WizardSessionOverview row, WizardSessionView view) {}

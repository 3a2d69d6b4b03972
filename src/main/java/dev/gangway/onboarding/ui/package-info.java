/** The pages of the onboarding: the wizard of six steps, and the settings that its answers become. */
@NullMarked
package dev.gangway.onboarding.ui;

import org.jspecify.annotations.NullMarked;

/** Commands about onboardings. */
@NullMarked
package dev.gangway.onboarding.command;

import org.jspecify.annotations.NullMarked;

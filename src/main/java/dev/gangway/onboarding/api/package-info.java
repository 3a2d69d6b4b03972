/** The onboarding over REST. */
@NullMarked
package dev.gangway.onboarding.api;

import org.jspecify.annotations.NullMarked;

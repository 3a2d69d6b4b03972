/** What runs in the background for the onboarding. */
@NullMarked
package dev.gangway.onboarding.job;

import org.jspecify.annotations.NullMarked;

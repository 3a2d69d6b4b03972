/** The fields, checks and tables of each onboarding step. */
@NullMarked
package dev.gangway.onboarding.internal;

import org.jspecify.annotations.NullMarked;

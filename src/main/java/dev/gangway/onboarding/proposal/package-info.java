/**
 * Proposes a brand persona from what is known about a business: its website, the answers given so far and the research
 * preferences; internal to the onboarding module.
 */
@NullMarked
package dev.gangway.onboarding.proposal;

import org.jspecify.annotations.NullMarked;

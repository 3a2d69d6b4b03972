/** Takes over the onboardings that a file-based predecessor kept, one file for each account. */
@NullMarked
package dev.gangway.onboarding.imports;

import org.jspecify.annotations.NullMarked;

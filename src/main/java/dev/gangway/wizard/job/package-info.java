/** What the wizard module does in the background. */
@NullMarked
package dev.gangway.wizard.job;

import org.jspecify.annotations.NullMarked;

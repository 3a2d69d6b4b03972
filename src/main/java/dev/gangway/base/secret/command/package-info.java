/** Commands about the keys that secrets are sealed with. */
@NullMarked
package dev.gangway.base.secret.command;

import org.jspecify.annotations.NullMarked;

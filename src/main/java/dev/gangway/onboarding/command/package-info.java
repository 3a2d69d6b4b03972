/** Commands about onboardings. */
@NamedInterface("command")
@NullMarked
package dev.gangway.onboarding.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

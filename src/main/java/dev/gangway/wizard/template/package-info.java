/** Answers of completed wizard sessions, kept for starting new ones prefilled. */
@NamedInterface("template")
@NullMarked
package dev.gangway.wizard.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

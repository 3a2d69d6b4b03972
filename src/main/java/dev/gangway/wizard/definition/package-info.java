/** What a wizard consists of: steps, fields, conditions, and how they are read from and written to YAML and JSON. */
@NamedInterface("definition")
@NullMarked
package dev.gangway.wizard.definition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** What administrators do with wizard sessions of everybody: look into one, take the rows along, follow what changes. */
@NullMarked
package dev.gangway.wizard.overview;

import org.jspecify.annotations.NullMarked;

/**
 * How the all-sessions grid finds a page among millions of rows. The projection is divided into <em>branches</em> (rows with
 * the same class, state or day); each index has a branch, a sort key and the id. A page merges the first rows of the branches
 * that the filter leaves, so that it reads little more than it shows, whatever is sorted and filtered. See ADR 35.
 */
@NullMarked
package dev.gangway.wizard.internal.overview;

import org.jspecify.annotations.NullMarked;

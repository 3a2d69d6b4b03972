/** Attacks on the whole product, from outside. */
@NullMarked
package dev.gangway.attack;

import org.jspecify.annotations.NullMarked;

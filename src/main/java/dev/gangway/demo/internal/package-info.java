/** How the people of a demonstration go through their wizards. */
@NullMarked
package dev.gangway.demo.internal;

import org.jspecify.annotations.NullMarked;

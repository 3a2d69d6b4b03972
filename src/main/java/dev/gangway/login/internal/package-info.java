/** How login sessions are stored and how requests are let in by them. */
@NullMarked
package dev.gangway.login.internal;

import org.jspecify.annotations.NullMarked;

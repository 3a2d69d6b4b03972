/** Personal data over REST. */
@NullMarked
package dev.gangway.privacy.api;

import org.jspecify.annotations.NullMarked;

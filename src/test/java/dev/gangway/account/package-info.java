@NullMarked
package dev.gangway.account;

import org.jspecify.annotations.NullMarked;

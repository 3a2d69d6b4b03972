@NullMarked
package dev.gangway.login;

import org.jspecify.annotations.NullMarked;

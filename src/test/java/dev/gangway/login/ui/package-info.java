@NullMarked
package dev.gangway.login.ui;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.gangway.training.ui;

import org.jspecify.annotations.NullMarked;

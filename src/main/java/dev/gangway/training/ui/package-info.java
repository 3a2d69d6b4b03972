/** The pages of training: lessons of trainers and students, and what administrators look after. */
@NullMarked
package dev.gangway.training.ui;

import org.jspecify.annotations.NullMarked;

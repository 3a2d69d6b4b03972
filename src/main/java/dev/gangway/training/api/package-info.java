/** The REST API of training, under /api/v1/booking and in camel case, as its callers expect. */
@NullMarked
package dev.gangway.training.api;

import org.jspecify.annotations.NullMarked;

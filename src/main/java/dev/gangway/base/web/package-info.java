/** What guards and repeats every API request: body size, rate limits, idempotency keys and answers for unknown addresses. */
@NullMarked
package dev.gangway.base.web;

import org.jspecify.annotations.NullMarked;

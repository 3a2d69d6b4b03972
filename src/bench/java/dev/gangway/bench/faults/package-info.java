/**
 * Faults: people walk through wizards while the product or its database is killed, cut off, stopped or filled up, and after
 * each fault what is stored is compared with what was answered.
 */
@NullMarked
package dev.gangway.bench.faults;

import org.jspecify.annotations.NullMarked;

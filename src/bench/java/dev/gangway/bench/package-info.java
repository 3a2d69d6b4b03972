/** Benchmarks: load drivers that measure a served product against what the database itself can do. */
@NullMarked
package dev.gangway.bench;

import org.jspecify.annotations.NullMarked;

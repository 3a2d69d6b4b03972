/** How the audit trail is stored. */
@NullMarked
package dev.gangway.audit.internal;

import org.jspecify.annotations.NullMarked;

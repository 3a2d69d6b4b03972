/** How the API describes itself: OpenAPI files beside the code, merged into what is really served. */
@NullMarked
package dev.gangway.base.api;

import org.jspecify.annotations.NullMarked;

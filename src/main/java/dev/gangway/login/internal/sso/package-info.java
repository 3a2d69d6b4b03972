/** Log-in at an OpenID Connect provider, for browsers by the authorization code and for programs by its tokens. */
@NullMarked
package dev.gangway.login.internal.sso;

import org.jspecify.annotations.NullMarked;

package dev.gangway.login;

import dev.gangway.base.security.Caller;
import java.io.Serializable;

/** Whom a valid token lets in, and with which login session. */
public record KnownLogin(Caller caller, LoginSession session) implements Serializable {}

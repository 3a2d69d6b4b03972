package dev.gangway.base.ui;

/** A page that shows the choices of language and appearance by itself, so that the shell does not show them twice. */
public interface ShowsPreferences {}

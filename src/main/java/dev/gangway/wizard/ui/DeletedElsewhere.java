package dev.gangway.wizard.ui;

/** The wizard session that a page shows is not there any more: it was deleted in another tab, or by a program. */
public final class DeletedElsewhere extends RuntimeException {}

package dev.gangway.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A framed remark inside a page: what happened, and what to do about it. */
public class Notice extends Div {

    private final Div body = new Div();

    /** How much a notice matters. */
    public enum Kind {
        /** Good to know. */
        INFO,
        /** It worked. */
        SUCCESS,
        /** Something needs attention. */
        WARNING,
        /** It did not work; announced at once. */
        ERROR
    }

    /** A notice without words yet. */
    public Notice(Kind kind) {
        addClassNames("notice", "notice-" + kind.name().toLowerCase(java.util.Locale.ROOT));
        Span icon = new Span();
        icon.addClassName("notice-icon");
        icon.getElement().setAttribute("aria-hidden", "true");
        body.addClassName("notice-body");
        getElement().setAttribute("role", kind == Kind.ERROR ? "alert" : "status");
        super.add(icon, body);
    }

    /** A notice of one bold sentence and what follows it. */
    public Notice(Kind kind, String title, Component... rest) {
        this(kind);
        Paragraph heading = new Paragraph(title);
        heading.addClassName("notice-title");
        body.add(heading);
        body.add(rest);
    }

    /** Leads whoever pressed something far away to it, with eyes and ears. */
    public void takeFocus() {
        Focus.leadTo(this);
    }
}

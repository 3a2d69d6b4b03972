package dev.gangway.wizard.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.VaadinRequest;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;

/** One step on the page: what it is called, why it is asked, its form and its bar. */
@JsModule("./typed/keep-typed.ts")
public class StepPage extends Section {

    private final HtmlContainer heading;
    private final Div notices = new Div();

    /**
     * @param count which step of how many, and whether it may be skipped
     * @param title the step's heading
     * @param lead why the step is asked
     */
    public StepPage(String count, String title, String lead) {
        this(new H1(title), lead);
        heading.getElement().setAttribute("tabindex", "-1");
        Paragraph where = new Paragraph(count);
        where.addClassName("step-count");
        addComponentAsFirst(where);
    }

    /** A step as one section of a page that shows several. */
    public static StepPage section(String title, String lead) {
        return new StepPage(new H2(title), lead);
    }

    private StepPage(HtmlContainer heading, String lead) {
        this.heading = heading;
        addClassName("step-page");
        add(heading);
        if (!lead.isBlank()) {
            Paragraph why = new Paragraph(lead);
            why.addClassName("step-lead");
            add(why);
        }
        notices.addClassName("step-notices");
        add(notices);
    }

    /** Puts the focus on the heading, which screen readers then read out. */
    public void focusHeading() {
        heading.getElement()
                .executeJs("setTimeout(() => { this.focus({preventScroll: true}); window.scrollTo(0, 0); })");
    }

    /** Shows remarks between heading and form, in place of those before. */
    public void notice(Component... remarks) {
        notices.removeAll();
        notices.add(remarks);
    }

    /** Puts the form of the step on the page, with its answers and the ways off it. */
    public void edit(StepForm form, StepSource source, StepMoves moves, Clock clock) {
        StatusLine line = new StatusLine();
        StepEditor editor = new StepEditor(form, this, line, source, clock);
        StepBar bar = new StepBar(line);
        moves.back().ifPresent(bar::back);
        moves.skip().ifPresent(skip -> bar.skip(() -> skip.accept(line)));
        bar.submit(moves.submit(), moves.busy(), () -> editor.submit().ifPresent(moves.onward()));
        add(form.content(), bar);
        editor.open();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        // Enter submits as a click would, so that it too counts once; not in texts of several lines, nor on buttons.
        getElement().executeJs("""
                        this.addEventListener('keydown', event => {
                          if (event.key === 'Enter' && !event.isComposing && !event.defaultPrevented
                              && event.target.localName === 'input') {
                            event.target.dispatchEvent(new Event('change', {bubbles: true}));
                            const submit = this.querySelector('.submit');
                            if (submit && !submit.disabled) { submit.click(); }
                          }
                        });
                        """);
        // The address is the browser's own only once it has followed the navigation.
        getElement().executeJs("setTimeout(() => window.gangwayKeepTyped(this, $0))", owner());
    }

    /** Whose text it is that the browser keeps until the server has it. */
    private static String owner() {
        return Optional.ofNullable(VaadinRequest.getCurrent())
                .map(VaadinRequest::getUserPrincipal)
                .map(Principal::getName)
                .orElse("");
    }
}

package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.gangway.base.ui.Moments;
import dev.gangway.wizard.ui.Words;
import java.time.Instant;

/** What the database holds about one step, when it was saved, and the way to change it. */
class SummaryCard extends Section {

    /**
     * @param editAddress where it is changed
     * @param isNew whether it was saved by someone since the page was opened
     */
    SummaryCard(SummaryPart part, Words words, Moments moments, String editAddress, boolean isNew) {
        addClassNames("card", "summary-card");
        String title = words.of(part.step().titleKey());
        Anchor edit = new Anchor(editAddress, words.of("summary.edit"));
        edit.setAriaLabel(words.of("summary.edit.part", title));
        Div head = new Div(new H2(title), edit);
        head.addClassName("summary-head");
        add(head);
        Instant savedAt = part.savedAt();
        if (savedAt == null) {
            Paragraph nothing = new Paragraph(words.of("summary.skipped"));
            nothing.addClassName("quiet");
            add(nothing);
            return;
        }
        Span saved = new Span(words.of("summary.saved", moments.dateAndTime(savedAt)));
        saved.addClassName("quiet");
        Div times = new Div(saved);
        times.addClassName("row");
        if (isNew) {
            Span changed = new Span(words.of("summary.changed"));
            changed.addClassNames("pill", "pill-warning");
            times.add(changed);
        }
        add(times, facts(part));
    }

    private static DescriptionList facts(SummaryPart part) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        part.facts().forEach(fact -> {
            Div pair = new Div();
            pair.getElement()
                    .appendChild(
                            new DescriptionList.Term(fact.label()).getElement(),
                            new DescriptionList.Description(fact.value()).getElement());
            facts.getElement().appendChild(pair.getElement());
        });
        return facts;
    }
}

package dev.gangway.wizard.statistics.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import dev.gangway.wizard.WizardSessionStatus;
import dev.gangway.wizard.statistics.Counts;

/** How many wizard sessions were started, what became of them and how long they took, each figure a link to its rows. */
class KeyFigures extends DescriptionList {

    KeyFigures(FigureWords words, SessionLinks links, Counts counts) {
        addClassName("statistics-figures");
        figure(words.of("started"), words.number(counts.started()), counts.started(), links.started());
        figure(words, "completed", counts.completed(), links.in(WizardSessionStatus.COMPLETED));
        figure(
                words.of("rate"),
                words.percent(counts.completionRate()),
                counts.completed(),
                links.in(WizardSessionStatus.COMPLETED));
        figure(words.of("median"), words.time(counts.medianSeconds()), counts.completed(), links.byDuration());
        figure(words.of("p90"), words.time(counts.p90Seconds()), counts.completed(), links.byDuration());
        figure(words, "in_progress", counts.inProgress(), links.in(WizardSessionStatus.IN_PROGRESS));
        figure(words, "abandoned", counts.abandoned(), links.in(WizardSessionStatus.ABANDONED));
        if (counts.expired() > 0) {
            figure(words, "expired", counts.expired(), links.in(WizardSessionStatus.EXPIRED));
        }
    }

    private void figure(FigureWords words, String key, long amount, String address) {
        figure(words.of(key), words.number(amount), amount, address);
    }

    private void figure(String name, String shown, long amount, String address) {
        Div both = new Div(new Term(name), new Description(SessionLinks.figure(shown, amount, address)));
        getElement().appendChild(both.getElement());
    }
}

package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.gangway.base.ui.Moments;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardAdministration;
import dev.gangway.wizard.WizardStatus;
import dev.gangway.wizard.ui.Words;
import java.util.Locale;

/** One wizard of the list: its state, its versions, and what can be done to it. */
final class WizardRow extends ListItem {

    private final transient Wizard wizard;
    private final transient Words words;
    private final transient Moments moments = Moments.at(UI.getCurrent());

    WizardRow(Wizard wizard, int running, Words words, Runnable archive) {
        this.wizard = wizard;
        this.words = words;
        addClassNames("card", "wizard-row");
        Div pills = new Div(pill("builder.status." + wizard.status().name().toLowerCase(Locale.ROOT)));
        pills.addClassName("pills");
        if (wizard.status() != WizardStatus.DRAFT && wizard.draftVersion() != null) {
            pills.add(pill("builder.has_draft", wizard.draftVersion()));
        }
        if (wizard.builtIn()) {
            pills.add(pill("builder.built_in"));
        }
        Div head = new Div(new H2(wizard.name()), pills);
        head.addClassName("wizard-row-head");
        Div figures = new Div(
                figure(wizard.category().isEmpty() ? "–" : wizard.category(), "builder.column.category"),
                figure(wizard.version() == null ? "–" : String.valueOf(wizard.version()), "builder.column.version"),
                figure(running(running), "builder.column.running"),
                figure(words.of("builder.number", wizard.completedSessions()), "builder.column.completed"),
                figure(moments.dateAndTime(wizard.updatedAt()), "builder.column.changed"));
        figures.addClassName("wizard-row-figures");
        add(head, figures);
        if (!wizard.builtIn()) {
            add(actions(archive));
        }
    }

    private String running(int running) {
        return running > WizardAdministration.COUNTED
                ? words.of("builder.more_than", WizardAdministration.COUNTED)
                : words.of("builder.number", running);
    }

    private Div actions(Runnable archive) {
        Anchor edit = link("", "builder.edit");
        Anchor versions = link("/versions", "moves.versions");
        Button archiving = new Button(words.of("builder.archive"), click -> archive.run());
        archiving.addThemeVariants(ButtonVariant.TERTIARY);
        archiving.setAriaLabel(words.of("builder.archive") + ": " + wizard.name());
        archiving.setVisible(wizard.status() == WizardStatus.PUBLISHED);
        Div actions = new Div(edit, versions, archiving);
        actions.addClassName("row-actions");
        return actions;
    }

    private Anchor link(String page, String key) {
        Anchor link = new Anchor("admin/wizards/" + wizard.id() + page, words.of(key));
        link.addClassName("link-button");
        link.getElement().setAttribute("aria-label", words.of(key) + ": " + wizard.name());
        return link;
    }

    private Span pill(String key, Object... args) {
        Span pill = new Span(words.of(key, args));
        pill.addClassName("pill");
        return pill;
    }

    private Div figure(String value, String column) {
        Div figure = new Div(StepCard.quiet(words.of(column)), new Span(value));
        figure.addClassName("wizard-row-figure");
        return figure;
    }
}

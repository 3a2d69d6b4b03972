package dev.gangway.wizard.ui.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.Focus;
import dev.gangway.base.ui.Toast;
import dev.gangway.wizard.template.Replayed;
import dev.gangway.wizard.template.SessionTemplate;
import dev.gangway.wizard.template.SessionTemplates;
import dev.gangway.wizard.ui.Words;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The templates that a person may use: their own and those that are public, page after page. */
class TemplateCards extends Section {

    private static final int PAGE = 24;

    private final transient SessionTemplates templates;
    private final transient CurrentCaller caller;
    private final transient Words words;
    private final H2 heading;
    private final UnorderedList cards = new UnorderedList();
    private final Paragraph empty;
    private final Button more;
    private String sought = "";
    private @Nullable UUID last;

    TemplateCards(SessionTemplates templates, CurrentCaller caller, Words words) {
        this.templates = templates;
        this.caller = caller;
        this.words = words;
        addClassName("gallery-section");
        cards.addClassName("wizard-cards");
        empty = new Paragraph(words.of("template.empty"));
        empty.addClassName("quiet");
        more = new Button(words.of("page.more"), click -> load());
        heading = new H2(words.of("template.title"));
        add(heading, empty, cards, more);
    }

    /** Shows the newest ones in which a text is found; empty: the newest of all. */
    void show(String text) {
        sought = text.strip();
        refresh();
    }

    /** Whether any is shown. */
    boolean isAny() {
        return last != null;
    }

    private void refresh() {
        cards.removeAll();
        last = null;
        load();
    }

    private void load() {
        List<SessionTemplate> page = templates.search(caller.get().userId(), sought, last, PAGE + 1);
        page.stream().limit(PAGE).forEach(template -> {
            cards.add(new ListItem(card(template)));
            last = template.id();
        });
        more.setVisible(page.size() > PAGE);
        empty.setVisible(last == null && sought.isEmpty());
        cards.setVisible(isAny());
        setVisible(isAny() || sought.isEmpty());
    }

    private Component card(SessionTemplate template) {
        Paragraph wizard = new Paragraph(template.wizardName());
        wizard.addClassName("quiet");
        Paragraph description = new Paragraph(template.description());
        description.setVisible(!template.description().isBlank());
        Div pills = new Div();
        pills.addClassName("pills");
        if (template.isOwn()) {
            pills.add(pill("template.own"));
        }
        if (template.isPublic()) {
            pills.add(pill("template.is_public"));
        }
        Span used = new Span(words.of("template.used", template.timesUsed()));
        used.addClassName("quiet");
        pills.add(used);
        Div card = new Div(new H3(template.name()), wizard, description, pills, actions(template));
        card.addClassNames("card", "wizard-card");
        return card;
    }

    private Span pill(String key) {
        Span pill = new Span(words.of(key));
        pill.addClassName("pill");
        return pill;
    }

    private Div actions(SessionTemplate template) {
        Button use = new Button(words.of("template.use"), click -> use(template));
        use.setAriaLabel(words.of("template.use.of", template.name()));
        Div actions = new Div(use);
        actions.addClassName("wizard-card-foot");
        if (template.isOwn()) {
            Button delete = new Button(words.of("template.delete"), click -> confirmDelete(template));
            delete.setAriaLabel(words.of("template.delete.of", template.name()));
            delete.addThemeVariants(ButtonVariant.TERTIARY);
            actions.add(delete);
        }
        return actions;
    }

    private void use(SessionTemplate template) {
        new NameDialog(
                        words,
                        words.of("template.use"),
                        words.of("template.use.text"),
                        template.name(),
                        name -> replayed(template, name))
                .open();
    }

    private List<FieldProblem> replayed(SessionTemplate template, String name) {
        return switch (templates.replay(caller.get().userId(), template.id(), name)) {
            case Replayed.Started started -> {
                UI.getCurrent().navigate(WizardAddresses.run(started.run().id()));
                yield List.of();
            }
            case Replayed.Invalid(List<FieldProblem> problems) -> problems;
            case Replayed.NotOffered() -> gone("gallery.not_offered");
            case Replayed.NotFound() -> gone("template.gone");
        };
    }

    private List<FieldProblem> gone(String key) {
        Toast.error(words.of(key));
        refresh();
        return List.of();
    }

    private void confirmDelete(SessionTemplate template) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(words.of("template.delete.question", template.name()));
        dialog.setText(words.of(template.isPublic() ? "template.delete.text.public" : "template.delete.text"));
        dialog.setConfirmText(words.of("template.delete"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(words.of("player.cancel"));
        dialog.addConfirmListener(click -> {
            templates.delete(caller.get().userId(), template.id());
            refresh();
            Focus.leadTo(heading);
            Toast.success(words.of("template.deleted", template.name()));
        });
        dialog.open();
    }
}

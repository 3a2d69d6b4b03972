package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.gangway.base.ui.Moments;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardAdministration;
import dev.gangway.wizard.WizardStatus;
import dev.gangway.wizard.WizardVersion;
import dev.gangway.wizard.Wizards;
import dev.gangway.wizard.ui.Words;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;

/** One wizard of the list: its state, its versions, and what can be done to it. */
final class WizardRow extends ListItem {

    private final transient Wizard wizard;
    private final transient Words words;
    private final transient Moments moments = Moments.at(UI.getCurrent());

    WizardRow(Wizard wizard, int running, Wizards wizards, Words words, Runnable archive) {
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
            add(actions(archive), versions(wizards));
        }
    }

    private String running(int running) {
        return running > WizardAdministration.COUNTED
                ? words.of("builder.more_than", WizardAdministration.COUNTED)
                : words.of("builder.number", running);
    }

    private Div actions(Runnable archive) {
        Anchor edit = new Anchor("admin/wizards/" + wizard.id(), words.of("builder.edit"));
        edit.addClassName("link-button");
        edit.getElement().setAttribute("aria-label", words.of("builder.edit") + ": " + wizard.name());
        Button archiving = new Button(words.of("builder.archive"), click -> archive.run());
        archiving.addThemeVariants(ButtonVariant.TERTIARY);
        archiving.setAriaLabel(words.of("builder.archive") + ": " + wizard.name());
        archiving.setVisible(wizard.status() == WizardStatus.PUBLISHED);
        Div actions = new Div(edit, archiving);
        actions.addClassName("row-actions");
        return actions;
    }

    private NativeDetails versions(Wizards wizards) {
        UnorderedList list = new UnorderedList();
        NativeDetails details = new NativeDetails(words.of("builder.versions"), list);
        details.addClassName("more");
        details.addToggleListener(toggled -> {
            if (toggled.isOpened() && list.getChildren().findAny().isEmpty()) {
                wizards.versions(wizard.id()).forEach(version -> list.add(item(version, wizards)));
            }
        });
        return details;
    }

    private ListItem item(WizardVersion version, Wizards wizards) {
        String state = words.of(
                "builder.version.line",
                version.version(),
                words.of("builder.status." + version.status().name().toLowerCase(Locale.ROOT)),
                moments.dateAndTime(version.publishedAt() == null ? version.updatedAt() : version.publishedAt()));
        ListItem item = new ListItem(
                new Span(state),
                export(version, "YAML", "yaml", one -> wizards.yaml(one.content())),
                export(
                        version,
                        "JSON",
                        "json",
                        one -> wizards.json(one.content()).toPrettyString()));
        item.addClassName("wizard-version");
        return item;
    }

    private Anchor export(WizardVersion version, String format, String ending, Function<WizardVersion, String> text) {
        String file = wizard.name().replaceAll("[^\\p{L}\\p{N} _-]", "_") + "-" + version.version() + "." + ending;
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] content = text.apply(version).getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(content), file, "application/" + ending, content.length);
                }),
                AttachmentType.DOWNLOAD,
                words.of("builder.export", format));
        link.getElement()
                .setAttribute(
                        "aria-label",
                        words.of("builder.export", format) + ", " + words.of("builder.version", version.version()));
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

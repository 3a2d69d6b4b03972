package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.Moments;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardMoves;
import dev.gangway.wizard.WizardVersion;
import dev.gangway.wizard.Wizards;
import dev.gangway.wizard.definition.DefinitionChange;
import dev.gangway.wizard.ui.Words;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Every version of a wizard, newest first: its state, who runs it, what changed, and the definition as a file. */
final class VersionTable extends Div {

    private final transient Wizard wizard;
    private final transient Wizards wizards;
    private final transient WizardMoves moves;
    private final transient Words words;
    private final transient Moments moments = Moments.at(UI.getCurrent());
    private final DataTable table;

    VersionTable(Wizard wizard, Wizards wizards, WizardMoves moves, Words words) {
        this.wizard = wizard;
        this.wizards = wizards;
        this.moves = moves;
        this.words = words;
        table = new DataTable(
                words.of("moves.versions"),
                List.of(
                        words.of("builder.column.version"),
                        words.of("moves.column.state"),
                        words.of("moves.column.since"),
                        words.of("builder.column.running"),
                        words.of("moves.column.changes"),
                        words.of("moves.column.export")));
        addClassNames("card", "data-list", "version-list");
        add(new H2(words.of("moves.versions")), table);
        refresh();
    }

    /** Shows them as they are now. */
    void refresh() {
        table.clear();
        List<WizardVersion> versions = wizards.versions(wizard.id());
        Map<Integer, Long> running = moves.running(wizard.id());
        for (int index = 0; index < versions.size(); index++) {
            WizardVersion version = versions.get(index);
            table.add(List.of(
                    DataTable.text(String.valueOf(version.version()), "data-name"),
                    DataTable.text(
                            words.of("builder.status." + version.status().name().toLowerCase(Locale.ROOT)), "pill"),
                    DataTable.text(moments.dateAndTime(
                            version.publishedAt() == null ? version.updatedAt() : version.publishedAt())),
                    DataTable.text(words.of("builder.number", running.getOrDefault(version.version(), 0L))),
                    index + 1 < versions.size()
                            ? changes(versions.get(index + 1), version)
                            : DataTable.text(words.of("moves.first"), "quiet"),
                    exports(version)));
        }
    }

    private Component changes(WizardVersion before, WizardVersion after) {
        List<DefinitionChange> changes = DefinitionChange.between(before.content(), after.content());
        if (changes.isEmpty()) {
            return DataTable.text(words.of("moves.unchanged"), "quiet");
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("version-changes");
        changes.forEach(change -> list.add(
                new ListItem(words.of("moves.change." + change.kind().word(), change.step(), change.field()))));
        return list;
    }

    private Div exports(WizardVersion version) {
        Div links = new Div(
                export(version, "YAML", one -> wizards.yaml(one.content())),
                export(version, "JSON", one -> wizards.json(one.content()).toPrettyString()));
        links.addClassName("wizard-version");
        return links;
    }

    private Anchor export(WizardVersion version, String format, Function<WizardVersion, String> text) {
        String ending = format.toLowerCase(Locale.ROOT);
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
}

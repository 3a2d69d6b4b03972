package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.ui.DataTable;
import dev.gangway.wizard.MovePreview;
import dev.gangway.wizard.MovePreview.Fate;
import dev.gangway.wizard.WizardVersion;
import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.StepContent;
import dev.gangway.wizard.definition.SurvivingField;
import dev.gangway.wizard.ui.Words;
import java.util.List;
import java.util.stream.Collectors;

/** What would become of the answers, field by field. */
final class FateTable extends Div {

    private final transient List<WizardVersion> versions;
    private final transient Words words;

    /**
     * @param versions all of the wizard, newest first, for what steps and fields are called
     */
    FateTable(MovePreview preview, List<WizardVersion> versions, Words words) {
        this.versions = versions;
        this.words = words;
        addClassName("data-list");
        Paragraph sum = new Paragraph(
                words.of("moves.sum", preview.moving(), preview.version(), preview.kept(), preview.dropped()));
        sum.getElement().setAttribute("role", "status");
        DataTable table = new DataTable(
                words.of("moves.fates"),
                List.of(
                        words.of("moves.column.step"),
                        words.of("moves.column.field"),
                        words.of("moves.column.kept"),
                        words.of("moves.column.dropped"),
                        words.of("moves.column.why")));
        preview.answers()
                .forEach(fate -> table.add(List.of(
                        DataTable.text(step(fate)),
                        DataTable.text(field(fate)),
                        DataTable.text(words.of("builder.number", fate.kept())),
                        DataTable.text(
                                words.of("builder.number", fate.dropped()),
                                fate.dropped() > 0 ? "fate-dropped" : "fate-none"),
                        DataTable.text(why(fate)))));
        table.setVisible(!preview.answers().isEmpty());
        add(sum, table);
    }

    private String step(Fate fate) {
        return versions.stream()
                .flatMap(version -> version.content().step(fate.step()).map(StepContent::title).stream())
                .findFirst()
                .orElse(fate.step());
    }

    private String field(Fate fate) {
        return versions.stream()
                .flatMap(version ->
                        SurvivingField.find(version.content(), fate.step(), fate.field()).map(Field::label).stream())
                .findFirst()
                .orElse(fate.field());
    }

    private String why(Fate fate) {
        return fate.reasons().isEmpty()
                ? words.of("moves.fits")
                : fate.reasons().stream()
                        .map(reason -> words.of("moves.reason." + reason.word()))
                        .collect(Collectors.joining(" "));
    }
}

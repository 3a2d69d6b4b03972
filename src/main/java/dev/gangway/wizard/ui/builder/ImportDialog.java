package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.gangway.base.Utf8;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Toast;
import dev.gangway.wizard.ImportOutcome;
import dev.gangway.wizard.WizardAdministration;
import dev.gangway.wizard.definition.DefinitionProblem;
import dev.gangway.wizard.ui.Words;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes a definition in YAML or JSON from a file or as text, and says what is wrong with it by line. */
final class ImportDialog extends Dialog {

    private static final int LARGEST = 1_000_000;

    private final transient WizardAdministration administration;
    private final transient CurrentCaller caller;
    private final transient Words words;
    private final transient Consumer<UUID> imported;
    private final TextArea text;
    private final Div problems = new Div();

    ImportDialog(WizardAdministration administration, CurrentCaller caller, Words words, Consumer<UUID> imported) {
        this.administration = administration;
        this.caller = caller;
        this.words = words;
        this.imported = imported;
        setHeaderTitle(words.of("builder.import"));
        text = new TextArea(words.of("builder.import.text"));
        text.setHelperText(words.of("builder.import.help"));
        text.setMaxLength(LARGEST);
        text.addClassNames("tall", "code");
        Upload upload = new Upload(this::take);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setAcceptedFileExtensions(".yaml", ".yml", ".json");
        upload.setUploadButton(new Button(words.of("builder.import.file")));
        upload.setDropLabel(StepCard.quiet(words.of("builder.import.drop")));
        upload.addFileRejectedListener(refused -> Toast.error(words.of("builder.import.refused")));
        Div fields = new Div(upload, text, problems);
        fields.addClassName("dialog-fields");
        add(fields);
        Button importing =
                new ActionButton(words.of("builder.import.do"), words.of("builder.import.busy"), click -> read());
        importing.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.of("reconcile.not_now"), click -> close()), importing);
    }

    /** Reads no more than is taken; the browser keeps to that limit only where it wants to. */
    private void take(UploadEvent file) throws IOException {
        byte[] content = file.getInputStream().readNBytes(LARGEST + 1);
        var _ = file.getUI().access(() -> {
            if (content.length > LARGEST) {
                Toast.error(words.of("builder.import.refused"));
            } else {
                Utf8.text(content)
                        .ifPresentOrElse(
                                written -> {
                                    text.setValue(written);
                                    read();
                                },
                                () -> Toast.error(words.of("wizard.problem.not_utf8")));
            }
        });
    }

    private void read() {
        switch (administration.importText(caller.get().userId(), text.getValue(), words.locale())) {
            case ImportOutcome.Stored(var draft) -> {
                close();
                Toast.success(words.of("builder.imported", draft.content().name(), draft.version()));
                imported.accept(draft.wizardId());
            }
            case ImportOutcome.Refused(var wrong) -> show(wrong);
        }
    }

    private void show(List<DefinitionProblem> wrong) {
        UnorderedList list = new UnorderedList();
        wrong.forEach(problem ->
                list.add(new ListItem(words.of("builder.import.line", problem.line(), words.of(problem.message())))));
        problems.removeAll();
        problems.add(new Notice(Notice.Kind.ERROR, words.of("builder.problems.title", wrong.size()), list));
    }
}

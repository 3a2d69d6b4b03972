package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Moments;
import dev.gangway.base.ui.PickerTexts;
import dev.gangway.base.ui.Toast;
import dev.gangway.wizard.ArchiveOutcome;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardAdministration;
import dev.gangway.wizard.ui.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Asks whether a wizard is to be archived, and when its running wizard sessions end. */
final class ArchiveDialog extends Dialog {

    private final transient WizardAdministration administration;
    private final transient CurrentCaller caller;
    private final transient Words words;
    private final transient Wizard wizard;
    private final transient Runnable archived;
    private final DateTimePicker end;
    private final ZoneId zone = Moments.at(UI.getCurrent()).zone();

    ArchiveDialog(
            Wizard wizard,
            int running,
            WizardAdministration administration,
            CurrentCaller caller,
            Words words,
            Runnable archived) {
        this.wizard = wizard;
        this.administration = administration;
        this.caller = caller;
        this.words = words;
        this.archived = archived;
        setHeaderTitle(words.of("builder.archive.title", wizard.name()));
        String many = running > WizardAdministration.COUNTED
                ? words.of("builder.more_than", WizardAdministration.COUNTED)
                : words.of("builder.number", running);
        String ends = words.of("builder.archive.ends");
        end = new PickerTexts(words.texts(), words.locale()).prepared(new DateTimePicker(ends), ends);
        end.setHelperText(words.of("builder.archive.ends.help"));
        end.setDatePlaceholder(words.of("builder.archive.never"));
        end.setVisible(running > 0);
        Div fields = new Div(
                new Paragraph(words.of("builder.archive.about")),
                new Paragraph(
                        running == 0 ? words.of("builder.archive.none") : words.of("builder.archive.running", many)),
                end);
        fields.addClassName("dialog-fields");
        add(fields);
        Button archive =
                new ActionButton(words.of("builder.archive"), words.of("builder.archive.busy"), click -> archive());
        archive.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.of("reconcile.not_now"), click -> close()), archive);
    }

    private void archive() {
        if (administration.archive(caller.get().userId(), wizard.id(), endsAt()) instanceof ArchiveOutcome.Archived) {
            Toast.success(words.of("builder.archived", wizard.name()));
        } else {
            Toast.error(words.of("builder.gone"));
        }
        close();
        archived.run();
    }

    private @Nullable Instant endsAt() {
        LocalDateTime chosen = end.getValue();
        return chosen == null ? null : chosen.atZone(zone).toInstant();
    }
}

package dev.gangway.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.training.Lesson;
import java.util.Optional;
import java.util.function.Function;

/** Asks why, before something is said about a lesson. */
class ReasonDialog extends Dialog {

    private static final int LONGEST = 1_000;

    private final transient LessonWords words;
    private final transient Function<String, Optional<String>> take;
    private final TextArea reason = new TextArea();

    /**
     * @param key of the words: what is done, with {@code .text} and {@code .reason}
     * @param take does it with the reason; answers what is wrong, or nothing
     */
    ReasonDialog(LessonWords words, Lesson lesson, String key, Function<String, Optional<String>> take) {
        this.words = words;
        this.take = take;
        setHeaderTitle(words.of(key));
        reason.setLabel(words.of(key + ".reason"));
        reason.setMaxLength(LONGEST);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setAutofocus(true);
        Paragraph about = new Paragraph(words.line(lesson));
        about.addClassName("quiet");
        Div fields = new Div(about, new Paragraph(words.of(key + ".text")), reason);
        fields.addClassName("dialog-fields");
        add(fields);
        ActionButton confirm = new ActionButton(words.of(key), words.of("player.busy"), click -> submit());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.of("player.cancel"), click -> close()), confirm);
    }

    private void submit() {
        Optional<String> problem = reason.getValue().isBlank()
                ? Optional.of(words.of("field.required"))
                : take.apply(reason.getValue().strip());
        reason.setInvalid(problem.isPresent());
        problem.ifPresentOrElse(
                text -> {
                    reason.setErrorMessage(text);
                    reason.focus();
                },
                this::close);
    }
}

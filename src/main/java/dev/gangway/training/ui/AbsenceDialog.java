package dev.gangway.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.training.Lesson;
import dev.gangway.training.Lesson.Part;
import dev.gangway.training.TutoringAction;
import dev.gangway.training.TutoringAction.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Asks who was not there, and says what that means for the lesson. */
class AbsenceDialog extends Dialog {

    private final RadioButtonGroup<Choice> choice = new RadioButtonGroup<>();
    private final Paragraph meaning = new Paragraph();
    private final transient LessonWords words;
    private final transient BiConsumer<List<Part>, Side> take;

    /**
     * Somebody who may have been absent.
     *
     * @param parts the parts of the lesson that this concerns
     */
    private record Choice(String name, List<Part> parts, Side side) {}

    AbsenceDialog(LessonWords words, Lesson lesson, BiConsumer<List<Part>, Side> take) {
        this.words = words;
        this.take = take;
        setHeaderTitle(words.ofSide("lesson.deed.absence"));
        List<Choice> choices = choices(lesson);
        choice.setLabel(words.of("lesson.absence.who"));
        choice.setItems(choices);
        choice.setItemLabelGenerator(Choice::name);
        choice.addValueChangeListener(change -> explain());
        choice.setVisible(words.side() == Side.TRAINER);
        choice.setValue(choices.getFirst());
        Paragraph about = new Paragraph(words.line(lesson));
        about.addClassName("quiet");
        meaning.getElement().setAttribute("aria-live", "polite");
        Div fields = new Div(about, choice, meaning);
        fields.addClassName("dialog-fields");
        add(fields);
        ActionButton confirm =
                new ActionButton(words.ofSide("lesson.deed.absence"), words.of("player.busy"), click -> submit());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.of("player.cancel"), click -> close()), confirm);
    }

    private List<Choice> choices(Lesson lesson) {
        List<Part> parts = Deed.absentees(lesson, words.side());
        if (words.side() == Side.STUDENT) {
            return List.of(new Choice(words.who(lesson), parts, Side.TRAINER));
        }
        List<Choice> choices = new ArrayList<>();
        parts.forEach(part -> choices.add(new Choice(part.student().name(), List.of(part), Side.STUDENT)));
        List<Part> notBegun = Deed.fitting(lesson, Side.TRAINER, TutoringAction.CANCEL);
        if (!notBegun.isEmpty()) {
            choices.add(new Choice(words.of("lesson.absence.me"), notBegun, Side.TRAINER));
        }
        return choices;
    }

    private void explain() {
        meaning.setText(words.ofSide(
                "lesson.absence.means." + LessonWords.word(choice.getValue().side())));
    }

    private void submit() {
        take.accept(choice.getValue().parts(), choice.getValue().side());
        close();
    }
}

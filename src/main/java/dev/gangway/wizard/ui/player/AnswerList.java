package dev.gangway.wizard.ui.player;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.Response;
import dev.gangway.wizard.WizardSessionView;
import dev.gangway.wizard.definition.AskedStep;
import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.FieldType;
import dev.gangway.wizard.ui.AnswerWords;
import dev.gangway.wizard.ui.Words;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All submitted answers of a wizard session to read, step by step; hidden questions are not among them. */
class AnswerList extends Div {

    private final transient Words words;
    private final transient AnswerWords answers;

    AnswerList(WizardSessionView view, Words words) {
        this.words = words;
        answers = new AnswerWords(words);
        addClassName("answer-list");
        Map<String, Response> responses =
                view.responses().stream().collect(Collectors.toMap(Response::stepKey, Function.identity()));
        for (AskedStep step : view.asked()) {
            Response response = responses.get(step.content().key());
            add(section(step, response == null ? Answers.NONE : response.data(), response != null));
        }
    }

    private Section section(AskedStep step, Answers given, boolean answered) {
        Section section = new Section(new H2(step.content().title()));
        section.addClassName("card");
        if (!answered) {
            Paragraph none = new Paragraph(words.of("player.not_answered"));
            none.addClassName("quiet");
            section.add(none);
            return section;
        }
        DescriptionList list = new DescriptionList();
        list.addClassName("answers");
        step.fields().forEach(field -> add(list, field.field(), given));
        section.add(list);
        return section;
    }

    private void add(DescriptionList list, Field field, Answers given) {
        String text =
                given.get(field.key()).map(value -> answers.of(field, value)).orElse("");
        Span value = new Span(text.isEmpty() ? words.of("question.none") : text);
        // Whoever wrote from right to left reads it so, whatever the page's direction.
        value.getElement().setAttribute("dir", "auto");
        value.addClassNames("answer", text.isEmpty() ? "quiet" : "given");
        DescriptionList.Description description = new DescriptionList.Description();
        if (field.type() == FieldType.COLOR && !text.isEmpty()) {
            description.add(new Swatch(text));
        }
        description.add(value);
        list.add(new DescriptionList.Term(field.label()), description);
    }
}

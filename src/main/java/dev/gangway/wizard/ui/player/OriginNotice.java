package dev.gangway.wizard.ui.player;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.base.ui.Notice;
import dev.gangway.wizard.WizardSessionView;
import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.StepContent;
import dev.gangway.wizard.template.LeftOut;
import dev.gangway.wizard.template.Origin;
import dev.gangway.wizard.ui.Words;
import java.util.Optional;

/** Says that a wizard session was prefilled from a template, and which answers were not taken over. */
class OriginNotice extends Notice {

    OriginNotice(Origin origin, WizardSessionView view, Words words) {
        super(
                origin.leftOut().isEmpty() ? Kind.INFO : Kind.WARNING,
                origin.template()
                        .map(name -> words.of("template.origin", name))
                        .orElseGet(() -> words.of("template.origin.deleted")),
                new Paragraph(words.of("template.origin.text")),
                leftOut(origin, view, words));
    }

    private static UnorderedList leftOut(Origin origin, WizardSessionView view, Words words) {
        UnorderedList list = new UnorderedList();
        origin.leftOut()
                .forEach(one -> list.add(new ListItem(
                        words.of("template.left_out." + one.reason().word(), name(one, view)))));
        list.setVisible(!origin.leftOut().isEmpty());
        return list;
    }

    /** The question as the wizard asks it now, or by its key where it does not any more. */
    private static String name(LeftOut one, WizardSessionView view) {
        Optional<StepContent> step = view.content().step(one.step());
        return step.flatMap(content -> content.field(one.field()))
                .map(Field::label)
                .orElse(one.field());
    }
}

package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.gangway.wizard.WizardMove;
import dev.gangway.wizard.ui.Words;
import java.util.Optional;

/** A move that is under way: how far it is, and Cancel. It goes on without the page. */
final class MoveProgress extends Div {

    private static final int ALL = 100;

    private final transient Words words;
    private final Paragraph stage = new Paragraph();
    private final ProgressBar bar = new ProgressBar(0, ALL);

    MoveProgress(Words words, Runnable cancel) {
        this.words = words;
        addClassName("analysis");
        stage.setId("move-stage");
        stage.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-labelledby", "move-stage");
        Div head = new Div(stage, new Button(words.of("moves.cancel"), click -> cancel.run()));
        head.addClassName("analysis-head");
        Paragraph alone = new Paragraph(words.of("moves.alone"));
        alone.addClassName("quiet");
        add(head, bar, alone);
        setVisible(false);
    }

    void show(Optional<WizardMove> atWork) {
        setVisible(atWork.isPresent());
        atWork.ifPresent(move -> {
            bar.setValue(move.percent());
            stage.setText(words.of("moves.progress", move.version(), move.moved(), move.expected(), move.percent()));
        });
    }
}

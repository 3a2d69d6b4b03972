package dev.gangway.reconcile.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.gangway.reconcile.Apply;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is under way on a copy: how far it is, and Cancel. It goes on without the page. */
class WorkPanel extends Div {

    private static final int ALL = 100;

    private final transient CopyWords words;
    private final Paragraph stage = new Paragraph();
    private final ProgressBar bar = new ProgressBar(0, ALL);
    private final Button cancel;
    private @Nullable UUID shown;

    WorkPanel(CopyWords words, Consumer<UUID> cancelled) {
        this.words = words;
        addClassNames("card", "analysis");
        stage.setId("reconcile-stage-" + words.copy().name());
        stage.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-labelledby", stage.getId().orElseThrow());
        cancel = new Button(words.of("reconcile.cancel"), click -> {
            if (shown != null) {
                cancelled.accept(shown);
            }
        });
        Div head = new Div(stage, cancel);
        head.addClassName("analysis-head");
        Paragraph alone = new Paragraph(words.of("reconcile.work.alone"));
        alone.addClassName("quiet");
        add(head, bar, alone);
        setVisible(false);
    }

    /** The apply that is shown, if one is. */
    @Nullable UUID shown() {
        return shown;
    }

    void show(Apply apply) {
        shown = apply.id();
        OptionalDouble progress = apply.progress();
        bar.setIndeterminate(progress.isEmpty());
        String name = words.state(apply);
        Apply.Undo undo = apply.undo();
        String who = words.who(apply.state() == Apply.State.UNDOING && undo != null ? undo.by() : apply.startedBy());
        if (progress.isEmpty()) {
            stage.setText(words.of("reconcile.work.counting", name, who));
        } else {
            // Only what is over is at 100 per cent.
            int percent = Math.min(ALL - 1, (int) (progress.getAsDouble() * ALL));
            bar.setValue(percent);
            stage.setText(words.of("reconcile.work.progress", name, who, apply.looked(), percent));
        }
        setVisible(true);
    }

    void hide() {
        shown = null;
        setVisible(false);
    }
}

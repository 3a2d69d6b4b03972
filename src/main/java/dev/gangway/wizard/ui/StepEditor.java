package dev.gangway.wizard.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.base.FieldConflict;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.ui.Moments;
import dev.gangway.base.ui.Notice;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.Submission;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a form and the stored answers of its step together: reading, drafts, submitting, problems and conflicts.
 *
 * <p>Whatever goes wrong, what is typed stays on the page and the person is told why.
 */
public final class StepEditor {

    private static final Logger LOG = LoggerFactory.getLogger(StepEditor.class);

    private final StepForm form;
    private final StepPage page;
    private final StatusLine status;
    private final StepSource source;
    private final Clock clock;
    private @Nullable StepView read;

    /** An editor for the form on a page, reporting to a status line. */
    public StepEditor(StepForm form, StepPage page, StatusLine status, StepSource source, Clock clock) {
        this.form = form;
        this.page = page;
        this.status = status;
        this.source = source;
        this.clock = clock;
    }

    /** Shows the step as it is stored, with the draft over it, and keeps what is typed from now on. */
    public void open() {
        StepView step = source.load();
        read = step;
        form.fields().keepDraftsWith(typed -> {});
        form.fields().read(step, text(source.draftMark()));
        form.shown(step);
        if (form.fields().isRestored()) {
            page.notice(new Notice(
                    Notice.Kind.INFO, text(source.draftMark()), new Span(text("wizard.draft_restored.text"))));
        }
        form.fields().keepDraftsWith(this::keepDraft);
    }

    /** Goes on from what is stored now, after it was saved; what was said about the saving stays. */
    public void reopen() {
        StepView step = source.load();
        read = step;
        form.fields().read(step, text(source.draftMark()));
        form.shown(step);
    }

    /**
     * Submits what differs from what was read.
     *
     * @return what was stored; empty when it was not, which the page then says
     */
    public Optional<StepOutcome.Advanced> submit() {
        StepView base = read;
        if (base == null) {
            return Optional.empty();
        }
        if (form.fields().awaitsChoice()) {
            status.fails(text("wizard.conflict.choose"));
            return Optional.empty();
        }
        form.fields().clearProblems();
        page.notice();
        try {
            Submission submission = new Submission(
                    form.fields().changed(), base.version(), form.fields().draftFields());
            return report(source.save(submission));
        } catch (DeletedElsewhere gone) {
            status.fails(text("wizard.deleted"));
            return Optional.empty();
        } catch (RuntimeException failure) {
            LOG.error("A step could not be stored: {}", base.key(), failure);
            status.fails(text("wizard.not_saved"));
            return Optional.empty();
        }
    }

    private Optional<StepOutcome.Advanced> report(StepOutcome outcome) {
        switch (outcome) {
            case StepOutcome.Advanced advanced -> {
                status.says(text("wizard.saved", now()));
                return Optional.of(advanced);
            }
            case StepOutcome.Invalid(List<FieldProblem> problems) -> invalid(problems);
            case StepOutcome.Conflict(List<FieldConflict> conflicts) -> conflict(conflicts);
            case StepOutcome.Moved() -> status.fails(text("wizard.moved"));
            case StepOutcome.NotOpen() -> status.fails(text("wizard.not_open"));
            case StepOutcome.Required() -> status.fails(text("wizard.required"));
            case StepOutcome.AlreadyCompleted() -> status.fails(text("wizard.already_completed"));
            case StepOutcome.Expired() -> status.fails(text("wizard.expired"));
            case StepOutcome.NotCompleted() -> status.fails(text("wizard.not_completed"));
        }
        return Optional.empty();
    }

    private void invalid(List<FieldProblem> problems) {
        List<String> general = form.fields().show(problems);
        status.fails(text("wizard.invalid", problems.size()));
        if (!general.isEmpty()) {
            UnorderedList list = new UnorderedList();
            general.forEach(words -> list.add(new ListItem(words)));
            Notice notice = new Notice(Notice.Kind.ERROR, text("wizard.invalid.title"), list);
            page.notice(notice);
            if (general.size() == problems.size()) {
                notice.takeFocus(); // no field did, and it may be far above what was pressed
            }
        }
    }

    private void conflict(List<FieldConflict> conflicts) {
        StepView newest = source.load();
        read = newest;
        form.fields().show(conflicts, newest);
        status.fails(text("wizard.conflict.choose"));
        page.notice(new Notice(Notice.Kind.WARNING, text("wizard.conflict.notice")));
    }

    private void keepDraft(Answers typed) {
        try {
            if (source.keepDraft(typed)) {
                status.says(text("wizard.saved", now()));
            }
        } catch (RuntimeException failure) {
            LOG.error("A draft could not be kept", failure);
            status.fails(text("wizard.not_saved"));
        }
    }

    private String now() {
        return Moments.at(UI.getCurrent()).time(clock.instant());
    }

    private String text(String key, Object... args) {
        return page.getTranslation(key, args);
    }
}

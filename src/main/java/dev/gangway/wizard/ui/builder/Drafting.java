package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.Moments;
import dev.gangway.wizard.DraftOutcome;
import dev.gangway.wizard.PublishOutcome;
import dev.gangway.wizard.WizardAdministration;
import dev.gangway.wizard.WizardStatus;
import dev.gangway.wizard.WizardVersion;
import dev.gangway.wizard.definition.WizardContent;
import dev.gangway.wizard.ui.StatusLine;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the draft that is on a builder page, and says whether it is kept. */
final class Drafting extends Div {

    private final transient WizardAdministration administration;
    private final transient CurrentCaller caller;
    private final transient Clock clock;
    private final StatusLine status = new StatusLine();
    private transient WizardVersion draft;
    private @Nullable Long revision;

    Drafting(
            WizardAdministration administration,
            CurrentCaller caller,
            Clock clock,
            WizardVersion draft,
            String version) {
        this.administration = administration;
        this.caller = caller;
        this.clock = clock;
        this.draft = draft;
        revision = draft.revision();
        addClassName("builder-status");
        add(StepCard.quiet(version), status);
    }

    UUID wizardId() {
        return draft.wizardId();
    }

    /** The draft as it is stored. */
    WizardVersion draft() {
        return draft;
    }

    /**
     * Stores what is on the page.
     *
     * @return what another administrator stored meanwhile; empty where there is no such thing
     */
    Optional<WizardVersion> save(WizardContent content) {
        return switch (administration.saveDraft(caller.get().userId(), draft.wizardId(), content, revision)) {
            case DraftOutcome.Saved(var saved) -> {
                draft = saved;
                revision = saved.revision();
                status.says(getTranslation(
                        "wizard.saved", Moments.at(UI.getCurrent()).time(clock.instant())));
                yield Optional.empty();
            }
            case DraftOutcome.Stale(var newest) -> {
                status.fails(getTranslation("builder.stale"));
                yield Optional.of(newest);
            }
            case DraftOutcome.Invalid(var problems) ->
                failed("builder.not_saved", problems.getFirst().message());
            case DraftOutcome.NameTaken() -> failed("builder.name_taken");
            case DraftOutcome.BuiltIn() -> failed("builder.gone");
            case DraftOutcome.NotFound() -> failed("builder.gone");
        };
    }

    /** Goes on from what someone else stored, so that the next saving takes its place. */
    void over(WizardVersion newest) {
        draft = newest;
        revision = newest.status() == WizardStatus.DRAFT ? newest.revision() : null;
    }

    PublishOutcome publish(Locale locale) {
        return administration.publish(caller.get().userId(), draft.wizardId(), revision, locale);
    }

    boolean discard() {
        return administration.discardDraft(caller.get().userId(), draft.wizardId());
    }

    private Optional<WizardVersion> failed(String key, Object... args) {
        status.fails(getTranslation(key, args));
        return Optional.empty();
    }
}

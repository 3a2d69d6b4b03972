package dev.gangway.wizard;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.wizard.definition.WizardContent;
import dev.gangway.wizard.internal.RunningCounts;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do to wizards: as {@link WizardDrafts} and {@link WizardPublishing} do it, with an entry in the audit
 * trail in the same transaction.
 *
 * <p>Saving a draft is told once, when it is begun: it is saved as its author types.
 */
@Service
@Transactional
public class WizardAdministration {

    /** As many running wizard sessions as are counted one by one. */
    public static final int COUNTED = RunningCounts.MOST;

    private final Wizards wizards;
    private final WizardDrafts drafts;
    private final WizardPublishing publishing;
    private final RunningCounts running;
    private final AuditTrail trail;

    WizardAdministration(
            Wizards wizards,
            WizardDrafts drafts,
            WizardPublishing publishing,
            RunningCounts running,
            AuditTrail trail) {
        this.wizards = wizards;
        this.drafts = drafts;
        this.publishing = publishing;
        this.running = running;
        this.trail = trail;
    }

    /** As {@link WizardDrafts#importText}. */
    public ImportOutcome importText(UserId actor, String text, Locale language) {
        ImportOutcome outcome = drafts.importText(actor, text, language);
        if (outcome instanceof ImportOutcome.Stored(var draft)) {
            tell(AuditEvent.by(actor, "wizard.imported"), draft);
        }
        return outcome;
    }

    /**
     * As {@link WizardDrafts#importText}, for whoever has the machine in hand instead of an account.
     *
     * @param through what was used for it, as the audit trail is to say it: {@code import-wizard}
     */
    public ImportOutcome importFromOutside(String text, Locale language, String through) {
        ImportOutcome outcome = drafts.importText(null, text, language);
        if (outcome instanceof ImportOutcome.Stored(var draft)) {
            tell(AuditEvent.bySystem("wizard.imported").with("through", through), draft);
        }
        return outcome;
    }

    /** As {@link WizardDrafts#create}. */
    public DraftOutcome create(UserId actor, WizardContent content) {
        DraftOutcome outcome = drafts.create(actor, content);
        if (outcome instanceof DraftOutcome.Saved(var draft)) {
            tell(AuditEvent.by(actor, "wizard.created"), draft);
        }
        return outcome;
    }

    /** As {@link WizardDrafts#edit}. */
    public DraftOutcome edit(UserId actor, UUID wizardId) {
        boolean isNew = wizards.draft(wizardId).isEmpty();
        DraftOutcome outcome = drafts.edit(actor, wizardId);
        if (outcome instanceof DraftOutcome.Saved(var draft) && isNew) {
            tell(AuditEvent.by(actor, "wizard.draft_begun"), draft);
        }
        return outcome;
    }

    /** As {@link WizardDrafts#saveDraft}. */
    public DraftOutcome saveDraft(UserId actor, UUID wizardId, WizardContent content, @Nullable Long revision) {
        DraftOutcome outcome = drafts.saveDraft(actor, wizardId, content, revision);
        if (outcome instanceof DraftOutcome.Saved(var draft) && draft.revision() == 1) {
            tell(AuditEvent.by(actor, "wizard.draft_begun"), draft);
        }
        return outcome;
    }

    /** As {@link WizardDrafts#discardDraft}. */
    public boolean discardDraft(UserId actor, UUID wizardId) {
        boolean discarded = drafts.discardDraft(wizardId);
        if (discarded) {
            trail.record(AuditEvent.by(actor, "wizard.draft_discarded").with("wizard_id", wizardId.toString()));
        }
        return discarded;
    }

    /** As {@link WizardPublishing#publish}. */
    public PublishOutcome publish(UserId actor, UUID wizardId, @Nullable Long revision, Locale language) {
        PublishOutcome outcome = publishing.publish(wizardId, revision, language);
        if (outcome instanceof PublishOutcome.Published(var version)) {
            tell(AuditEvent.by(actor, "wizard.published"), version);
        }
        return outcome;
    }

    /** As {@link WizardPublishing#archive}. */
    public ArchiveOutcome archive(UserId actor, UUID wizardId, @Nullable Instant endsAt) {
        ArchiveOutcome outcome = publishing.archive(wizardId, endsAt);
        if (outcome instanceof ArchiveOutcome.Archived) {
            AuditEvent archived = AuditEvent.by(actor, "wizard.archived").with("wizard_id", wizardId.toString());
            trail.record(endsAt == null ? archived : archived.with("ends_at", endsAt.toString()));
        }
        return outcome;
    }

    /** How many wizard sessions of each wizard still run, at most {@link #COUNTED} + 1; wizards without any are not in it. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> running() {
        return running.byWizard();
    }

    private void tell(AuditEvent event, WizardVersion version) {
        trail.record(event.with("wizard_id", version.wizardId().toString()).with("version", version.version()));
    }
}

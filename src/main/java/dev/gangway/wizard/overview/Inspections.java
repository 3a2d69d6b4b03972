package dev.gangway.wizard.overview;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionOverviews;
import dev.gangway.wizard.WizardSessions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets an administrator look into a wizard session of whomever; what they open is on record (ADR 14). */
@Service
@Transactional
public class Inspections {

    private final WizardSessionOverviews overviews;
    private final WizardSessions wizardSessions;
    private final AuditTrail trail;

    Inspections(WizardSessionOverviews overviews, WizardSessions wizardSessions, AuditTrail trail) {
        this.overviews = overviews;
        this.wizardSessions = wizardSessions;
        this.trail = trail;
    }

    /** Opens a wizard session; empty where there is none. */
    public Optional<Inspection> open(UserId administrator, WizardSessionId id) {
        Optional<Inspection> found = again(id);
        found.ifPresent(inspection -> trail.record(AuditEvent.by(administrator, "wizard_session.read")
                .about(inspection.row().userId())
                .with("wizard_session", id.value().toString())));
        return found;
    }

    /** Reads again what is open already. */
    @Transactional(readOnly = true)
    public Optional<Inspection> again(WizardSessionId id) {
        return overviews.find(List.of(id)).stream()
                .findAny()
                .flatMap(row -> wizardSessions.find(row.userId(), id).map(view -> new Inspection(row, view)));
    }
}

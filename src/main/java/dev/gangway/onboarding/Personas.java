package dev.gangway.onboarding;

import dev.gangway.base.UserId;
import dev.gangway.onboarding.internal.PersonaSources;
import dev.gangway.onboarding.proposal.PersonaProposal;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes personas; what is proposed is stored only when the person submits it. */
@Service
public class Personas {

    private final PersonaSources sources;

    Personas(PersonaSources sources) {
        this.sources = sources;
    }

    /** A persona from what the account has answered so far, worded in a language, each value with what it came from. */
    @Transactional(readOnly = true)
    public PersonaProposal propose(UserId userId, Locale locale) {
        return sources.propose(userId, locale);
    }
}

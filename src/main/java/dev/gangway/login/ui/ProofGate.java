package dev.gangway.login.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.login.Proofs;
import dev.gangway.login.SingleSignOnProperties;

/** Lets through at once whoever proved lately who they are, and asks all others to do so first. */
@SpringComponent
class ProofGate {

    private final Proofs proofs;
    private final CurrentCaller caller;
    private final SingleSignOnProperties singleSignOn;

    ProofGate(Proofs proofs, CurrentCaller caller, SingleSignOnProperties singleSignOn) {
        this.proofs = proofs;
        this.caller = caller;
        this.singleSignOn = singleSignOn;
    }

    /** Does it, now or once the person behind the page has proved who they are. */
    void before(Runnable deed) {
        if (proofs.isRecent(caller.get())) {
            deed.run();
        } else {
            new ProofDialog(proofs, caller, singleSignOn, deed).open();
        }
    }
}

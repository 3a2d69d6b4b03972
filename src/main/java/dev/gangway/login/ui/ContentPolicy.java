package dev.gangway.login.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Tells the browser what a page may load: only our own files, and of the scripts in the page itself only those that bear
 * this answer's nonce. Two concessions are Vaadin 25.2's: it runs what the server calls in the page through
 * {@code Function} ('unsafe-eval'), and its components write style elements and attributes ('unsafe-inline' for styles).
 */
@Component
class ContentPolicy implements VaadinServiceInitListener {

    private static final int NONCE_BYTES = 18;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::guard);
    }

    private void guard(IndexHtmlResponse page) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        for (Element script : page.getDocument().getElementsByTag("script")) {
            script.attr("nonce", nonce);
        }
        forbidOtherBases(page.getDocument());
        page.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
    }

    /**
     * Vaadin's addresses go by the base element that it writes, and so the header cannot forbid every base. What the page
     * itself says holds from there on: below the one base it allows none, whoever puts it there.
     */
    private static void forbidOtherBases(Document page) {
        Element base = page.head().getElementsByTag("base").first();
        if (base == null) {
            throw new IllegalStateException("Vaadin writes its base otherwise now: see ADR 62");
        }
        base.after(new Element("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", "base-uri 'none'"));
    }

    private static String policy(String nonce) {
        return "default-src 'self'; script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'; "
                + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
                + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}

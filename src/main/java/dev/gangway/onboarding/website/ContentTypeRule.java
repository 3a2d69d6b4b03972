package dev.gangway.onboarding.website;

import dev.gangway.base.Message;

/** What kind of page it is: what it declares for itself, else by length and headings. */
final class ContentTypeRule {

    /** Words from which, and headings with which, a page is a guide rather than an article. */
    static final int LONG = 600;

    static final int MANY_HEADINGS = 4;

    /** Words below which a page is a landing page. */
    static final int SHORT = 200;

    private ContentTypeRule() {}

    static Proposed apply(WebsiteMeasurement page) {
        String declared = page.pageType();
        if (declared.equals("article") || declared.startsWith("product") || declared.equals("profile")) {
            String kind = declared.startsWith("product") ? "product" : declared;
            return Proposed.of("content." + kind, Message.of("website.reason.declared", declared));
        }
        Message reason = Message.of(
                "website.reason.length", page.wordCount(), page.headings().size());
        if (page.wordCount() >= LONG) {
            return Proposed.of(page.headings().size() >= MANY_HEADINGS ? "content.guide" : "content.article", reason);
        }
        if (page.wordCount() < SHORT) {
            return Proposed.of("content.landing", reason);
        }
        return Proposed.of("content.company", reason);
    }
}

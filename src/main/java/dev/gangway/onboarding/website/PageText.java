package dev.gangway.onboarding.website;

import java.util.List;

/**
 * What a reader of a page gets to see, taken out of its HTML.
 *
 * @param title the page's title, or empty
 * @param description what the page says about itself, or empty
 * @param declaredLanguage the language the page names, as a BCP 47 tag, or empty
 * @param pageType the kind the page declares for itself ({@code og:type}), or empty
 * @param headings in page order
 * @param blocks the paragraphs, headings and list items of the main text, one entry each
 */
record PageText(
        String title,
        String description,
        String declaredLanguage,
        String pageType,
        List<String> headings,
        List<String> blocks) {}

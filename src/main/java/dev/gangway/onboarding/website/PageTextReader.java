package dev.gangway.onboarding.website;

import java.util.List;
import java.util.stream.Stream;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes title, description, headings and main text out of a page. */
final class PageTextReader {

    private static final Logger LOG = LoggerFactory.getLogger(PageTextReader.class);
    private static final int TITLE_LENGTH = 300;
    private static final int DESCRIPTION_LENGTH = 1000;
    private static final int HEADINGS = 30;
    private static final int HEADING_LENGTH = 200;

    /** The main-content search takes long on huge documents; those are read as a whole. */
    private static final int ELEMENTS_FOR_MAIN_CONTENT = 20_000;

    /** Main content with fewer words than this, and less than half of the page's, has missed the point of the page. */
    private static final int MAIN_CONTENT_WORDS = 80;

    private static final String NOT_TEXT = "title, script, style, noscript, template, svg, iframe, object, select, "
            + "button, input, textarea, [hidden], [aria-hidden=true]";
    private static final String NOT_MAIN =
            "nav, footer, aside, dialog, [role=navigation], [role=contentinfo], [role=dialog]";

    PageText read(String html, String uri) {
        Document page = Jsoup.parse(html, uri);
        return new PageText(
                PlainText.of(first(page.title(), meta(page, "og:title"), firstHeading(page)), TITLE_LENGTH),
                PlainText.of(first(meta(page, "description"), meta(page, "og:description")), DESCRIPTION_LENGTH),
                PlainText.of(first(lang(page), meta(page, "og:locale")), 35).replace('_', '-'),
                PlainText.of(meta(page, "og:type"), 50),
                headings(page),
                mainText(page, uri));
    }

    private static List<String> headings(Document page) {
        return page.select("h1, h2, h3").stream()
                .map(heading -> PlainText.of(heading.text(), HEADING_LENGTH))
                .filter(text -> !text.isEmpty())
                .limit(HEADINGS)
                .toList();
    }

    private static List<String> mainText(Document page, String uri) {
        Document cleaned = page.clone();
        cleaned.select(NOT_TEXT).remove();
        cleaned.select(NOT_MAIN).remove();
        List<String> main = mainContent(cleaned, uri);
        List<String> whole = TextBlocks.of(cleaned.body());
        return roughWords(main) < Math.min(MAIN_CONTENT_WORDS, roughWords(whole) / 2) || main.isEmpty() ? whole : main;
    }

    private static List<String> mainContent(Document page, String uri) {
        if (page.getAllElements().size() > ELEMENTS_FOR_MAIN_CONTENT) {
            return List.of();
        }
        try {
            @Nullable Element content = new Readability4J(uri, page.clone()).parse().getArticleContent();
            return content == null ? List.of() : TextBlocks.of(content);
        } catch (RuntimeException stumbled) {
            // The search is a heuristic over other people's HTML; where it stumbles, the whole page is read.
            LOG.debug("No main content was found at {}", uri, stumbled);
            return List.of();
        }
    }

    private static long roughWords(List<String> blocks) {
        return blocks.stream().mapToLong(block -> block.split(" ").length).sum();
    }

    private static String meta(Document page, String name) {
        return page.select("meta[name=" + name + "], meta[property=" + name + "]")
                .attr("content");
    }

    private static String lang(Document page) {
        return page.select("html").attr("lang");
    }

    private static String firstHeading(Document page) {
        return page.select("h1").text();
    }

    private static String first(String... candidates) {
        return Stream.of(candidates).filter(text -> !text.isBlank()).findFirst().orElse("");
    }
}

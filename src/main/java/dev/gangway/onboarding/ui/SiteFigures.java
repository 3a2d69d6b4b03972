package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.onboarding.website.WebsiteMeasurement;
import dev.gangway.wizard.ui.Words;
import java.util.Locale;

/** What was measured on a website, in figures with a few words on what they mean. */
class SiteFigures extends Div {

    private final Words words;

    SiteFigures(WebsiteMeasurement measured, Words words) {
        this.words = words;
        addClassName("figures");
        add(new H3(words.of("step.website.analysis.result", host(measured.url()))));
        Div about = new Div();
        about.addClassName("figures-about");
        if (!measured.title().isEmpty()) {
            Paragraph title = new Paragraph(measured.title());
            title.addClassName("figures-title");
            about.add(title);
        }
        if (!measured.description().isEmpty()) {
            about.add(new Paragraph(measured.description()));
        }
        add(about, tiles(measured), person(measured), terms(measured));
        if (!measured.headings().isEmpty()) {
            add(headings(measured));
        }
    }

    private DescriptionList tiles(WebsiteMeasurement measured) {
        DescriptionList tiles = new DescriptionList();
        tiles.addClassName("tiles");
        add(tiles, "words", words.of("figure.number", measured.wordCount()), language(measured));
        add(
                tiles,
                "readability",
                words.of("figure.number", measured.readability()),
                words.of("figure.readability." + grade(measured.readability())));
        add(
                tiles,
                "sentence",
                words.of("figure.number", measured.averageSentenceLength()),
                words.of("figure.sentence." + length(measured.averageSentenceLength())));
        add(
                tiles,
                "vocabulary",
                words.of("figure.percent", measured.vocabularyRichness()),
                words.of("figure.vocabulary.text"));
        add(tiles, "questions", words.of("figure.number", measured.questions()), words.of("figure.questions.text"));
        add(
                tiles,
                "exclamations",
                words.of("figure.number", measured.exclamations()),
                words.of("figure.exclamations.text"));
        return tiles;
    }

    private void add(DescriptionList tiles, String figure, String value, String meaning) {
        Div tile = new Div();
        DescriptionList.Description number = new DescriptionList.Description(value);
        number.addClassName("tile-value");
        DescriptionList.Description means = new DescriptionList.Description(meaning);
        means.addClassName("tile-meaning");
        tile.getElement()
                .appendChild(
                        new DescriptionList.Term(words.of("figure." + figure)).getElement(),
                        number.getElement(),
                        means.getElement());
        tiles.getElement().appendChild(tile.getElement());
    }

    private Component person(WebsiteMeasurement measured) {
        Div shares = new Div();
        shares.addClassName("shares");
        WebsiteMeasurement.Person person = measured.person();
        if (person.we() + person.you() + person.it() > 0) {
            shares.add(share("we", person.we()), share("you", person.you()), share("it", person.it()));
        }
        return shares;
    }

    private Div share(String who, double value) {
        Span label = new Span(words.of("figure.person." + who));
        label.setId("share-" + who);
        Div row = new Div(label, new Meter(value, 1, "share-" + who), new Span(words.of("figure.percent", value)));
        row.addClassName("share");
        return row;
    }

    private Component terms(WebsiteMeasurement measured) {
        UnorderedList terms = new UnorderedList();
        terms.addClassName("pills");
        terms.getElement().setAttribute("aria-label", words.of("figure.terms"));
        measured.frequentTerms().forEach(term -> {
            ListItem item = new ListItem(words.of("figure.term", term.term(), term.count()));
            item.addClassName("pill");
            terms.add(item);
        });
        terms.setVisible(!measured.frequentTerms().isEmpty());
        return terms;
    }

    private NativeDetails headings(WebsiteMeasurement measured) {
        UnorderedList list = new UnorderedList();
        measured.headings().forEach(heading -> list.add(new ListItem(heading)));
        NativeDetails details = new NativeDetails(
                words.of("figure.headings", measured.headings().size()), list);
        details.addClassName("more");
        return details;
    }

    private String language(WebsiteMeasurement measured) {
        String name = measured.language().equals("und")
                ? words.of("figure.language.unknown")
                : Locale.of(measured.language()).getDisplayLanguage(words.locale());
        return words.of("figure.language", name);
    }

    private static String grade(double readability) {
        return readability >= 70 ? "easy" : readability >= 50 ? "plain" : readability >= 30 ? "hard" : "very_hard";
    }

    private static String length(double words) {
        return words < 12 ? "short" : words <= 20 ? "medium" : "long";
    }

    private static String host(String url) {
        return url.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
    }
}

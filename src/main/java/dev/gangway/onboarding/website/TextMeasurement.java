package dev.gangway.onboarding.website;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Measures the main text of a page. */
@Component
public class TextMeasurement {

    /** Words in the moving window of the vocabulary's richness. */
    static final int WINDOW = 100;

    private final LanguageDetection languages;
    private final PageTextReader pages = new PageTextReader();

    TextMeasurement(LanguageDetection languages) {
        this.languages = languages;
    }

    /** Measures a page; also one that is empty or consists of scripts only. */
    public WebsiteMeasurement measure(String html, String url) {
        return measure(pages.read(html, url), url);
    }

    /** Measures a text that a person typed; each line is a block of its own. */
    public WebsiteMeasurement measureText(String text) {
        List<String> lines =
                text.lines().map(PlainText::of).filter(line -> !line.isEmpty()).toList();
        return measure(new PageText("", "", "", "", List.of(), lines), "");
    }

    private WebsiteMeasurement measure(PageText page, String url) {
        String language = languages.of(String.join("\n", page.blocks()), page.declaredLanguage());
        List<Sentence> all = split(page.blocks(), language);
        List<Sentence> complete = all.stream().filter(Sentence::isComplete).toList();
        List<Sentence> sentences = complete.isEmpty() ? all : complete;
        List<String> words =
                all.stream().flatMap(sentence -> sentence.words().stream()).toList();
        List<String> lower = words.stream()
                .map(word -> word.toLowerCase(Locale.of(language)))
                .toList();
        Pronouns pronouns = Pronouns.of(language);
        ReadabilityFormula formula = ReadabilityFormula.of(language);
        return new WebsiteMeasurement(
                url,
                page.title(),
                page.description(),
                language,
                page.pageType(),
                page.headings(),
                words.size(),
                sentences.size(),
                Rounded.to(
                        1,
                        sentences.stream()
                                .mapToInt(s -> s.words().size())
                                .average()
                                .orElse(0)),
                Rounded.to(2, richness(lower)),
                Rounded.to(1, formula.score(sentences)),
                formula,
                pronouns.person(words),
                pronouns.address(words),
                Contractions.in(words, language),
                count(sentences, Sentence::isQuestion),
                count(sentences, Sentence::isExclamation),
                FrequentTerms.of(words, language),
                valueMentions(lower));
    }

    private static List<Sentence> split(List<String> blocks, String language) {
        TextSplitter splitter = new TextSplitter(language);
        return blocks.stream()
                .flatMap(block -> splitter.sentences(block).stream())
                .map(text -> new Sentence(text, splitter.words(text)))
                .filter(sentence -> !sentence.words().isEmpty())
                .toList();
    }

    /** Slides the window word by word, so that long texts are not punished for repeating themselves. */
    private static double richness(List<String> words) {
        int window = Math.min(WINDOW, words.size());
        if (window == 0) {
            return 0;
        }
        Map<String, Integer> inWindow = new HashMap<>();
        double types = 0;
        for (int i = 0; i < words.size(); i++) {
            inWindow.merge(words.get(i), 1, Integer::sum);
            if (i >= window) {
                inWindow.computeIfPresent(words.get(i - window), (word, count) -> count == 1 ? null : count - 1);
            }
            types += i >= window - 1 ? inWindow.size() : 0;
        }
        return types / (words.size() - window + 1) / window;
    }

    private static int count(List<Sentence> sentences, Predicate<Sentence> kind) {
        return Math.toIntExact(sentences.stream().filter(kind).count());
    }

    private static Map<String, Integer> valueMentions(List<String> words) {
        return Arrays.stream(BrandValue.values())
                .map(value -> Map.entry(value.id(), value.mentions(words)))
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }
}

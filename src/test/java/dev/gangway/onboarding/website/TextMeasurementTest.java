package dev.gangway.onboarding.website;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gangway.onboarding.website.WebsiteMeasurement.Address;
import dev.gangway.onboarding.website.WebsiteMeasurement.FrequentTerm;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMeasurementTest {

    private static final String ENGLISH = """
            <html lang="en"><head><title>Harbour Coffee</title>
            <meta name="description" content="Small-batch coffee from the harbour"></head>
            <body><nav><a href="/">Home</a> <a href="/shop">Shop</a></nav>
            <main><article><h1>Fresh coffee every morning</h1>
            <p>We roast our coffee by hand every morning. Our beans come from small farms that we visit each year,
            and we pay their growers fairly. You can taste the difference, can't you?</p>
            <h2>Why sustainability matters</h2>
            <p>Dr. Miller, our roaster, says it's all about the sustainable farms. We don't sell beans that are older than
            ten days! Your coffee is roasted, packed and sent to you within one day. It arrives fresh and it smells
            wonderful. If you're not happy, we'll send you another bag of coffee.</p></article></main>
            <footer>Imprint, privacy, terms and conditions</footer><script>var x = "do not count me";</script></body></html>
            """;

    private static final String GERMAN = """
            <html lang="en"><title>Bootsbau Hansen</title><body><article><h1>Boote aus Holz</h1>
            <p>Wir bauen seit 1962 Boote aus Holz, z. B. Jollen und Kutter. Unsere Werkstatt, unsere Halle und unsere Schmiede liegen am Hafen, und Sie können uns
            dort jederzeit besuchen. Jedes Boot entsteht in sorgfältiger Handarbeit.</p>
            <p>Haben Sie Fragen zu Ihrem Boot? Rufen Sie uns an, wir beraten Sie gern und ausführlich. Für unsere Kunden nehmen
            wir uns Zeit, und deshalb geht's bei uns langsam. Das ist gut so. Und so soll es bleiben.</p></article></body></html>
            """;

    private static final String SPANISH = """
            <html><title>Aceite del Valle</title><body><article>
            <p>Nosotros cultivamos olivos desde hace tres generaciones en nuestro valle. Nuestro aceite se prensa en frío el mismo
            día de la cosecha. ¿Quieres visitar la almazara? ¡Te esperamos con los brazos abiertos!</p>
            <p>Cada botella de aceite lleva la fecha de la cosecha y el nombre del olivar, porque tú mereces saber de dónde
            viene lo que comes.</p></article></body></html>
            """;

    /** One for all tests: its model takes a moment to read. */
    private static final TextMeasurement MEASUREMENT = new TextMeasurement(new LanguageDetection());

    @Test
    void anEnglishPageIsMeasured() {
        WebsiteMeasurement page = measure(ENGLISH);

        assertThat(page.title()).isEqualTo("Harbour Coffee");
        assertThat(page.description()).isEqualTo("Small-batch coffee from the harbour");
        assertThat(page.language()).isEqualTo("en");
        assertThat(page.headings()).containsExactly("Fresh coffee every morning", "Why sustainability matters");
        assertThat(page.questions()).isEqualTo(1);
        assertThat(page.exclamations()).isEqualTo(1);
        assertThat(page.contractions()).isEqualTo(5);
        assertThat(page.sentenceCount()).isEqualTo(8);
        assertThat(page.readabilityFormula()).isEqualTo(ReadabilityFormula.FLESCH);
        assertThat(page.readability()).isBetween(70.0, 95.0);
        assertThat(page.vocabularyRichness()).isBetween(0.6, 0.9);
        assertThat(page.frequentTerms().getFirst()).isEqualTo(new FrequentTerm("coffee", 4));
        assertThat(page.frequentTerms()).extracting(FrequentTerm::term).contains("beans", "farms", "morning");
        assertThat(page.frequentTerms())
                .extracting(FrequentTerm::term)
                .doesNotContain("the", "count", "our", "Imprint", "privacy", "Home");
        assertThat(page.person().we() + page.person().you() + page.person().it())
                .isCloseTo(1, within(0.02));
        assertThat(page.person().we()).isGreaterThan(page.person().it());
        assertThat(page.address()).isEqualTo(new Address(0, 0));
        assertThat(page.valueMentions()).containsKeys("sustainability", "transparency");
    }

    @Test
    void aGermanPageIsMeasuredByGermanRulesEvenIfItSaysItWasEnglish() {
        WebsiteMeasurement page = measure(GERMAN);

        assertThat(page.language()).isEqualTo("de");
        assertThat(page.readabilityFormula()).isEqualTo(ReadabilityFormula.AMSTAD);
        assertThat(page.readability()).isBetween(40.0, 85.0);
        // "z. B." ends no sentence.
        assertThat(page.sentenceCount()).isEqualTo(8);
        assertThat(page.address().formal()).isGreaterThanOrEqualTo(4);
        assertThat(page.address().familiar()).isZero();
        assertThat(page.contractions()).isEqualTo(1);
        assertThat(page.person().we()).isGreaterThan(0.3);
        assertThat(page.frequentTerms())
                .extracting(term -> term.term().toLowerCase(Locale.ROOT))
                .contains("boot")
                .doesNotContain("unsere", "und", "sie");
        assertThat(page.valueMentions()).containsKeys("quality", "customer_focus");
    }

    @Test
    void aSpanishPageIsMeasuredBySpanishRules() {
        WebsiteMeasurement page = measure(SPANISH);

        assertThat(page.language()).isEqualTo("es");
        assertThat(page.readabilityFormula()).isEqualTo(ReadabilityFormula.FERNANDEZ_HUERTA);
        assertThat(page.readability()).isBetween(60.0, 95.0);
        assertThat(page.questions()).isEqualTo(1);
        assertThat(page.exclamations()).isEqualTo(1);
        assertThat(page.address().familiar()).isEqualTo(2);
        assertThat(page.frequentTerms()).extracting(FrequentTerm::term).contains("aceite", "cosecha");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html></html>",
                "<script>document.write('x')</script>",
                "<html><body><div id=root></div><noscript>Enable JavaScript</noscript></body></html>",
                "<img src=x><br><hr>",
                "!!! ??? ... 🎉🎉🎉",
                "\u0000\u0000",
                "<<<>>>",
                "<p>&#0;&#xD800;</p>"
            })
    void aPageWithoutTextHasZerosAndNothingThatIsNoNumber(String html) {
        WebsiteMeasurement page = measure(html);

        assertThat(page.wordCount()).isZero();
        assertThat(page.sentenceCount()).isZero();
        assertThat(page.averageSentenceLength()).isZero();
        assertThat(page.vocabularyRichness()).isZero();
        assertThat(page.readability()).isZero();
        assertThat(page.person().we()).isZero();
        assertThat(page.frequentTerms()).isEmpty();
        assertThat(page.language()).isEqualTo("und");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ja | 私たちは東京でコーヒーを焙煎しています。毎朝、新鮮な豆を丁寧に選びます。あなたもコーヒーが好きですか？ | 3 | 1",
                "zh | 我们每天早上在上海烘焙新鲜的咖啡。我们的咖啡豆来自小农场。您想尝一尝我们的咖啡吗？ | 3 | 1",
                "ar | نحن نحمص القهوة كل صباح في مدينتنا القديمة. هل تحب القهوة الطازجة من مزارع صغيرة؟ | 2 | 1",
                "he | אנחנו קולים קפה טרי בכל בוקר בעיר העתיקה. האם אתם אוהבים קפה טרי מחוות קטנות? | 2 | 1",
                "fr | Nous torréfions notre café chaque matin dans notre atelier. Aimez-vous le café fraîchement torréfié ? | 2 | 1",
                "ru | Мы обжариваем кофе каждое утро в нашей мастерской. Вы любите свежий кофе? | 2 | 1",
                "en | We roast coffee for everyone in this old town 🎉🎉. Do you love fresh coffee from farms? 👩‍👩‍👧 | 2 | 1",
            })
    void otherScriptsAndEmojiGiveSensibleValues(String language, String text, int sentences, int questions) {
        WebsiteMeasurement page = measure("<p>" + text + "</p>");

        assertThat(page.language()).isEqualTo(language);
        assertThat(page.sentenceCount()).isEqualTo(sentences);
        assertThat(page.questions()).isEqualTo(questions);
        assertThat(page.wordCount()).isBetween(10, 40);
        assertThat(page.readability()).isBetween(0.0, 100.0);
        assertThat(page.averageSentenceLength()).isBetween(3.0, 20.0);
        assertThat(page.vocabularyRichness()).isBetween(0.5, 1.0);
    }

    @Test
    void thePagesOwnLanguageCountsWhereThereIsTooLittleText() {
        assertThat(measure("<html lang='es-MX'><p>Café</p></html>").language()).isEqualTo("es");
        assertThat(measure("<html lang='../../x'><p>Café</p></html>").language())
                .isEqualTo("und");
    }

    @Test
    void aPageWithoutAnArticleIsMeasuredAsAWholeWithoutItsMenus() {
        WebsiteMeasurement page = measure("""
                <body><header><h1>Books for sailors</h1></header><nav>Menu Menu Menu</nav>
                <div><span>Charts and pilots for every coast of Europe.</span></div>
                <ul><li>Charts</li><li>pilots</li></ul><footer>Footer Footer Footer</footer></body>
                """);

        assertThat(page.wordCount()).isEqualTo(13);
        assertThat(page.sentenceCount()).isEqualTo(1);
        assertThat(page.frequentTerms()).extracting(FrequentTerm::term).containsExactly("Charts", "pilots");
    }

    @Test
    void longTextsAreCutAndControlCharactersDropped() {
        WebsiteMeasurement page = measure("<title>" + "x\u0007".repeat(2000) + "</title><p>Hello there</p>");

        assertThat(page.title()).hasSize(300).doesNotContain("\u0007");
    }

    @Test
    @Timeout(60)
    void aHugeAndDeepPageIsMeasuredInReasonableTime() {
        measure("<div>".repeat(200_000) + "text");
        measure("<p>word word. </p>".repeat(100_000));
        measure("<b><i><u>".repeat(50_000));
    }

    private WebsiteMeasurement measure(String html) {
        return MEASUREMENT.measure(html, "https://example.org/");
    }
}

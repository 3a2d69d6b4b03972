package dev.gangway.onboarding.website;

import dev.gangway.onboarding.website.WebsiteMeasurement.Address;
import dev.gangway.onboarding.website.WebsiteMeasurement.Person;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The personal pronouns and possessives of a language.
 *
 * @param we first person, lower case
 * @param you second person, lower case
 * @param it third person, lower case
 * @param formal the polite second person as written: German tells <em>Sie</em> from <em>sie</em> by its capital only
 * @param familiar the familiar second person, lower case
 */
record Pronouns(Set<String> we, Set<String> you, Set<String> it, Set<String> formal, Set<String> familiar) {

    private static final Pronouns ENGLISH = of(
            "we us our ours ourselves i me my mine myself",
            "you your yours yourself yourselves",
            "it its itself he him his she her hers they them their theirs",
            "",
            "");

    private static final Pronouns GERMAN = of(
            "wir uns unser unsere unserem unseren unserer unseres ich mich mir mein meine meinem meinen meiner",
            "du dich dir dein deine deinem deinen deiner deines euch euer eure eurem euren eurer",
            "es er sie ihn ihm ihr ihre ihrem ihren ihrer ihres ihnen seine seinem seinen seiner seines",
            "Sie Ihnen Ihr Ihre Ihrem Ihren Ihrer Ihres",
            "du dich dir dein deine deinem deinen deiner deines euch euer eure eurem euren eurer");

    private static final Pronouns SPANISH = of(
            "nosotros nosotras nos nuestro nuestra nuestros nuestras yo me mi mis conmigo",
            "tú te ti tu tus contigo vosotros vosotras os vuestro vuestra vuestros vuestras usted ustedes",
            "él ella ello ellos ellas le les su sus",
            "usted ustedes Usted Ustedes",
            "tú te ti tu tus contigo vosotros vosotras os vuestro vuestra vuestros vuestras");

    private static final Pronouns UNKNOWN = of("", "", "", "", "");

    private static Pronouns of(String we, String you, String it, String formal, String familiar) {
        return new Pronouns(words(we), words(you), words(it), words(formal), words(familiar));
    }

    static Pronouns of(String language) {
        return switch (language) {
            case "en" -> ENGLISH;
            case "de" -> GERMAN;
            case "es" -> SPANISH;
            default -> UNKNOWN;
        };
    }

    /** Whether a word in lower case is a pronoun or possessive. */
    boolean contain(String word) {
        return we.contains(word) || you.contains(word) || it.contains(word);
    }

    Person person(List<String> words) {
        long first = words.stream().filter(word -> we.contains(stem(word))).count();
        long second = words.stream().filter(this::addresses).count();
        long third = words.stream()
                .filter(word -> it.contains(stem(word)) && !addresses(word))
                .count();
        double all = Math.max(1, first + second + third);
        return new Person(Rounded.to(2, first / all), Rounded.to(2, second / all), Rounded.to(2, third / all));
    }

    Address address(List<String> words) {
        return new Address(
                Math.toIntExact(words.stream().filter(formal::contains).count()),
                Math.toIntExact(words.stream()
                        .filter(word -> familiar.contains(stem(word)))
                        .count()));
    }

    private boolean addresses(String word) {
        return you.contains(stem(word)) || formal.contains(word);
    }

    /** Lower case and without a contracted verb: <em>We're</em> is <em>we</em>. */
    private static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        int apostrophe = lower.indexOf('\'');
        return apostrophe > 0 ? lower.substring(0, apostrophe) : lower;
    }

    private static Set<String> words(String list) {
        return Set.of(list.isEmpty() ? new String[0] : list.split(" "));
    }
}

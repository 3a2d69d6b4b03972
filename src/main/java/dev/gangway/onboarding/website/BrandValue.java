package dev.gangway.onboarding.website;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A value that brands speak of, and the beginnings of the English, German and Spanish words that speak of it. */
enum BrandValue {
    SUSTAINABILITY(
            "sustainab|eco-?friendly|climate|renewabl|nachhaltig|umwelt|klima|ökolog|sostenib|ecológic|renovable"),
    QUALITY("quality|excellen|craft|premium|qualität|hochwertig|handwerk|sorgfalt|sorgfält|calidad|excelencia|artesan"),
    INNOVATION("innovat|cutting-edge|pioneer|invent|innovativ|fortschritt|zukunft|wegweisend|innova|vanguardi|pioner"),
    TRUST("trust|reliab|secur|dependab|vertrau|zuverlässig|sicher|verlässlich|confianza|confiab|fiable|segur"),
    CUSTOMER_FOCUS("customer|client|service|kunde|kundin|beratung|cliente|atención"),
    SIMPLICITY("simpl|easy|easily|effortless|einfach|unkompliziert|mühelos|sencill|fácil|simple"),
    COMMUNITY("communit|together|belong|gemeinschaft|gemeinsam|miteinander|zusammen|comunidad|junt[oa]s"),
    SPEED("fast|quick|instant|rapid|schnell|sofort|rasch|rápid|inmediat|veloz"),
    TRANSPARENCY("transparen|honest|openness|fairness|ehrlich|offenheit|fair|honest|sincer"),
    TRADITION("tradition|heritage|family-owned|generation|familienunternehmen|tradici|herencia|generaci"),
    CREATIVITY("creativ|imaginat|design|kreativ|gestalt|phantasie|fantasie|creativ|diseñ|imagina"),
    KNOWLEDGE("knowledge|expert|research|learn|wissen|fachleut|forsch|lern|conocimiento|experto|investiga|aprend"),
    CARE("care|caring|health|wellbeing|famil|pflege|gesund|fürsorg|cuidad|salud|bienestar"),
    ADVENTURE("advent|explor|travel|discover|journey|abenteuer|reise|entdeck|aventur|viaj|descubr"),
    PASSION("love|passion|beaut|luxur|delicious|liebe|leidenschaft|schön|genuss|genieß|amor|pasión|belleza|delici"),
    FUN("fun|joy|laugh|humou?r|play|spaß|freude|lachen|spiel|diversión|divertid|alegr|risa|jueg"),
    FREEDOM("freedom|independen|rebel|revolution|disrupt|freiheit|unabhängig|libertad|rebeld|revoluc|independien"),
    STRENGTH(
            "strong|strength|power|perform|challeng|courag|stark|stärke|kraft|leistung|mutig|fuerte|fuerza|rendimiento|valent"),
    LEADERSHIP("leader|leading|führend|marktführ|spitzen|líder|lideraz");

    private final Pattern words;

    BrandValue(String beginnings) {
        this.words = Pattern.compile("(?:" + beginnings + ").*");
    }

    /** The value's id in data and texts. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    int mentions(List<String> lowerCaseWords) {
        return Math.toIntExact(lowerCaseWords.stream()
                .filter(word -> words.matcher(word).matches())
                .count());
    }
}

package dev.gangway.base;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Words {@link Message}s in a reader's language, from the same files that the pages use; English where a key has no translation. */
@Component
public class Texts {

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

    Texts() {
        source.setBasename("vaadin-i18n/translations");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
    }

    /** The words for the reader of the current request. */
    public String of(Message message) {
        return of(message, LocaleContextHolder.getLocale());
    }

    /** The words in a given language. */
    public String of(Message message, Locale locale) {
        Object[] args = message.args().stream()
                .map(arg -> switch (arg) {
                    case Message inner -> of(inner, locale);
                    case BigDecimal number -> whole(number, locale);
                    default -> arg;
                })
                .toArray();
        return source.getMessage(message.key(), args, locale);
    }

    /** With all its decimals: a message would round to three, and name a bound that is none. */
    private static String whole(BigDecimal number, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
        return format.format(number);
    }
}

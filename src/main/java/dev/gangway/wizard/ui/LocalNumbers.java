package dev.gangway.wizard.ui;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads and writes numbers as people of a country do, digit by digit, so that no precision is lost.
 *
 * <p>Strict where a guess could be wrong by a factor: a separator of thousands counts only between groups of three
 * digits, so that {@code 1.5} is no number in German instead of fifteen.
 */
final class LocalNumbers {

    private static final String SPACES = "[\\u0020\\u00a0\\u202f\\u2009'\\u2019]";

    private final Pattern number;
    private final String group;
    private final String decimal;
    private final DecimalFormat grouped;

    LocalNumbers(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        group = String.valueOf(symbols.getGroupingSeparator());
        decimal = String.valueOf(symbols.getDecimalSeparator());
        String thousands = "(?:" + Pattern.quote(group) + "|" + SPACES + ")";
        number = Pattern.compile(
                "[+-]?(?:\\d{1,3}(?:" + thousands + "\\d{3})+|\\d*)(?:" + Pattern.quote(decimal) + "\\d*)?");
        grouped = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        grouped.setMaximumFractionDigits(Integer.MAX_VALUE);
    }

    /** The number that was typed; empty where it is none. */
    Optional<BigDecimal> parse(String typed) {
        String text = typed.strip().replace('\u2212', '-');
        if (!number.matcher(text).matches() || text.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        String plain = text.replace(group, "").replaceAll(SPACES, "").replace(decimal, ".");
        return Optional.of(new BigDecimal(plain));
    }

    /** The number as it is typed, without separators of thousands. */
    String typed(BigDecimal value) {
        return value.toPlainString().replace(".", decimal);
    }

    /** The number as it is read. */
    String words(BigDecimal value) {
        return grouped.format(value);
    }
}

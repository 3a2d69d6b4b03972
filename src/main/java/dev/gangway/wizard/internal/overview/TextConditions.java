package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.StepMark;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a filter says of texts and marks, in SQL over rows of the projection ({@code o}), with its parameters. */
final class TextConditions {

    /** More different texts than these are compared one by one with the pattern, because a list is sorted for each branch. */
    private static final int MOST_COMPARED = 500;

    /** Shorter texts are looked for at the beginning only. */
    private static final int SHORTEST_INSIDE = 3;

    private final OverviewFilter filter;
    private final FoundTexts found;
    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * @param found the different texts that those of the filter stand in
     */
    TextConditions(OverviewFilter filter, FoundTexts found) {
        this.filter = filter;
        this.found = found;
        put("text", filter.text());
        put("account", filter.account());
        put("name", filter.name());
        put("textAccounts", found.textAccounts());
        put("textNames", found.textNames());
        put("accounts", found.accounts());
        put("names", found.names());
        if (hasMarks()) {
            put("marks", filter.marks().stream().map(StepMark::word).toList());
        }
    }

    private void put(String name, @Nullable Collection<String> listed) {
        if (listed != null) {
            parameters.put(name, listed.toArray(String[]::new));
        }
    }

    private void put(String name, String text) {
        if (!text.isEmpty()) {
            parameters.put(name, pattern(text));
        }
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Marks are looked for as texts are: by an index where they are few. */
    boolean areAny() {
        return hasMarks()
                || !filter.text().isEmpty()
                || !filter.account().isEmpty()
                || !filter.name().isEmpty();
    }

    boolean hasMarks() {
        return !filter.marks().isEmpty();
    }

    /**
     * What the texts of a row have to be.
     *
     * @param sorted what an index goes along, which then finds the texts one after the other; null: none
     */
    String of(@Nullable SortKey sorted) {
        return of(sorted, null);
    }

    /** The same of a row that is one of {@link #candidates}: the text they were found by is theirs already. */
    String ofCandidates() {
        return of(null, by());
    }

    private String of(@Nullable SortKey sorted, @Nullable By settled) {
        String either = "(" + compared(SortKey.ACCOUNT, null, "textAccounts", found.textAccounts(), "text") + " or "
                + compared(SortKey.NAME, null, "textNames", found.textNames(), "text") + ")";
        return (filter.text().isEmpty() || settled == By.EITHER ? "" : " and " + either)
                + (filter.account().isEmpty() || settled == By.ACCOUNT
                        ? ""
                        : " and " + compared(SortKey.ACCOUNT, sorted, "accounts", found.accounts(), "account"))
                + (filter.name().isEmpty() || settled == By.NAME
                        ? ""
                        : " and " + compared(SortKey.NAME, sorted, "names", found.names(), "name"))
                + (filter.marks().isEmpty() ? "" : " and o.marks && cast(:marks as text[])");
    }

    private static String compared(
            SortKey key, @Nullable SortKey sorted, String list, @Nullable List<String> listed, String pattern) {
        String column = "o." + key.column();
        if (listed == null || listed.size() > MOST_COMPARED) {
            return column + " like :" + pattern + " escape '!'";
        }
        return (key == sorted ? column : "coalesce(" + column + ", '')") + " = any (cast(:" + list + " as text[]))";
    }

    /** The text of a filter that rows are found by. */
    private enum By {
        ACCOUNT,
        NAME,
        EITHER
    }

    private @Nullable By by() {
        if (found.accounts() != null) {
            return By.ACCOUNT;
        } else if (found.names() != null) {
            return By.NAME;
        }
        return found.textAccounts() != null && found.textNames() != null ? By.EITHER : null;
    }

    /** Whether an index knows what is looked for. */
    boolean areListed() {
        return by() != null || hasMarks();
    }

    /** Rows among which all matches are, as what follows "from"; null where no text is known that they could be found by. */
    @Nullable String candidates() {
        String table = "wizard_session_overview";
        return switch (by()) {
            case ACCOUNT -> table + " o where (o.account_key || '') = any (cast(:accounts as text[]))";
            case NAME -> table + " o where (o.name_key || '') = any (cast(:names as text[]))";
            case EITHER ->
                "(select * from " + table
                        + " where (account_key || '') = any (cast(:textAccounts as text[])) union all select * from "
                        + table + " where (name_key || '') = any (cast(:textNames as text[]))"
                        + " and account_key <> all (cast(:textAccounts as text[]))) o where true";
            case null -> null;
        };
    }

    /** A text as LIKE looks for it, with an exclamation mark as escape. */
    static String pattern(String text) {
        String literal = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return (text.codePointCount(0, text.length()) < SHORTEST_INSIDE ? "" : "%") + literal + "%";
    }
}

package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.OverviewFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks for texts among the different names of accounts and of wizard sessions, which are far fewer than rows. */
@Repository
public class GridTexts {

    /** More different ones than these are not listed: what stands in so many is found along any order soon enough. */
    private static final int MOST = 10_000;

    /** The names, and as searches spell them. */
    private static final String ACCOUNTS = "select lower(username) as key, searched_name as searched from accounts";

    private static final String NAMES =
            "select name_key as key, searched_as(name_key) as searched from wizard_session_names";

    private final JdbcClient jdbc;

    GridTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which different texts a filter means. */
    public FoundTexts of(OverviewFilter filter) {
        if ((filter.text() + filter.account() + filter.name()).isEmpty()) {
            return FoundTexts.NONE;
        }
        return new FoundTexts(
                find(ACCOUNTS, filter.text()),
                find(NAMES, filter.text()),
                find(ACCOUNTS, filter.account()),
                find(NAMES, filter.name()));
    }

    private @Nullable List<String> find(String names, String text) {
        if (text.isEmpty()) {
            return null;
        }
        List<String> found = jdbc.sql(
                        "select key from (" + names
                                + ") n where searched like searched_as(:pattern) escape '!' and key like :pattern escape '!' limit :most")
                .param("pattern", TextConditions.pattern(text))
                .param("most", MOST + 1)
                .query((row, number) -> row.getString("key"))
                .list();
        return found.size() > MOST ? null : found;
    }
}

package dev.gangway.bench.faults;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads from the database what is stored of an account, past the product, and says where that is not one whole thing. */
final class Stored {

    private static final Pattern MARK = Pattern.compile("d(\\d+)d");

    private static final String WALKS = """
            select ws.id, ws.session_name, ws.version, ws.status, ws.current_step, ws.progress_percentage,
                   ws.wizard_id = '01890000-0000-7000-8000-000000000001' as onboarding,
                   (select string_agg(last_four, ' ') from api_keys where wizard_session_id = ws.id) as api_keys,
                   (select concat_ws(' ', business_description, industry, target_audience, tone) from website_analyses
                    where wizard_session_id = ws.id) as website,
                   (select array_to_string(competitors, ' ') from research_preferences where wizard_session_id = ws.id)
                       as research,
                   (select concat_ws(' ', persona_name, archetype, core_belief) from persona_data
                    where wizard_session_id = ws.id) as persona,
                   (select string_agg(content, ' ') from kblocks where wizard_session_id = ws.id) as first_declaration,
                   (select string_agg(key || ' ' || (value ->> 'version'), ' ' order by (value ->> 'version')::bigint)
                    from jsonb_each(ws.steps) where value ->> 'state' = 'completed' and key <> 'summary') as completed
            from wizard_sessions ws where ws.user_id = ? and (ws.status <> 'completed' or ws.session_name !~ '^d[0-9]+d$')
            """;
    private static final String FINISHED = """
            select count(*) from wizard_sessions ws
            where user_id = ? and status = 'completed' and progress_percentage = 100 and session_name ~ '^d[0-9]+d$'
              and (select count(*) from responses where wizard_session_id = ws.id) = 3
            """;

    private final Connection connection;
    private final List<String> halves = new ArrayList<>();

    Stored(Connection connection) {
        this.connection = connection;
    }

    /** What is stored of an account, as far as it is whole. */
    Person of(String account) throws SQLException {
        Optional<Walk> onboarding = Optional.empty();
        Optional<Walk> other = Optional.empty();
        String otherName = "";
        for (Row row : rows(account)) {
            if (row.onboarding() ? onboarding.isPresent() : other.isPresent()) {
                halves.add("two unfinished wizard sessions of one kind");
            } else if (row.onboarding()) {
                onboarding = Optional.of(row.walk());
            } else {
                other = Optional.of(row.walk());
                otherName = row.name();
            }
        }
        return new Person(onboarding, other, otherName, finished(account));
    }

    /** What did not fit in what was read so far, in words. */
    List<String> halves() {
        return List.copyOf(halves);
    }

    private record Row(boolean onboarding, String name, Walk walk) {}

    private List<Row> rows(String account) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(WALKS)) {
            select.setString(1, account);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row(row));
                }
            }
        }
        return found;
    }

    private Row row(ResultSet row) throws SQLException {
        boolean onboarding = row.getBoolean("onboarding");
        Object id = row.getObject("id");
        Map<String, Long> answers = new TreeMap<>();
        if (onboarding) {
            for (String step : Deed.ONBOARDING) {
                Optional.ofNullable(row.getString(step)).ifPresent(text -> answers.put(step, number(step, text)));
            }
        } else {
            answers.putAll(marks("responses", id));
        }
        Walk walk = new Walk(row.getLong("version"), row.getString("status"), answers, marks("drafts", id));
        List<String> steps = onboarding ? Deed.WITH_SUMMARY : Deed.OTHER;
        agree("current step", walk.currentStep(steps), row.getString("current_step"));
        agree("progress", walk.progress(steps), row.getObject("progress_percentage", BigDecimal.class));
        String completed = Optional.ofNullable(row.getString("completed")).orElse("");
        for (String step : answers.keySet()) {
            if (!completed.contains(step)) {
                halves.add("answers of " + step + " without its record");
            }
        }
        return new Row(onboarding, row.getString("session_name"), walk);
    }

    private void agree(String what, Object follows, Object stored) {
        if (!follows.equals(stored)) {
            halves.add("%s is %s, and from the answers follows %s".formatted(what, stored, follows));
        }
    }

    private Map<String, Long> marks(String table, Object walk) throws SQLException {
        Map<String, Long> marks = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select step_key, data::text from " + table + " where wizard_session_id = ?")) {
            select.setObject(1, walk);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    marks.put(row.getString(1), number(row.getString(1), row.getString(2)));
                }
            }
        }
        return marks;
    }

    /** The number of the one deed that wrote all of it. */
    private long number(String step, String text) {
        List<Long> numbers = step.equals("api_keys")
                ? Pattern.compile(" ")
                        .splitAsStream(text)
                        .map(Long::valueOf)
                        .distinct()
                        .toList()
                : MARK.matcher(text).results().map(Stored::number).distinct().toList();
        if (numbers.size() != 1) {
            halves.add(step + " is of the deeds " + numbers);
        }
        return numbers.isEmpty() ? -1 : numbers.getFirst();
    }

    private static Long number(MatchResult mark) {
        return Long.valueOf(mark.group(1));
    }

    private long finished(String account) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FINISHED)) {
            select.setString(1, account);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}

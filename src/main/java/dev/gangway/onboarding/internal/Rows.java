package dev.gangway.onboarding.internal;

import dev.gangway.onboarding.Persona;
import dev.gangway.onboarding.Research;
import dev.gangway.onboarding.Website;
import dev.gangway.wizard.FieldReader;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the steps' answers from rows that have the columns of their tables. */
final class Rows {

    private Rows() {}

    static Website website(ResultSet row) throws SQLException {
        return new Website(
                row.getString("website_url"),
                row.getBoolean("no_website"),
                row.getString("business_description"),
                row.getString("industry"),
                row.getString("target_audience"),
                row.getString("business_goals"),
                new Website.WritingStyle(
                        row.getString("tone"), row.getString("formality"), row.getString("complexity")),
                row.getString("content_type"),
                list(row, "brand_values"));
    }

    static Research research(ResultSet row) throws SQLException {
        return new Research(
                row.getString("research_depth"),
                list(row, "content_types"),
                row.getBoolean("auto_research"),
                row.getBoolean("factual_content"),
                list(row, "competitors"));
    }

    /** The persona of a row; the platforms' rules are given apart, because reading JSON is the caller's. */
    static Persona persona(ResultSet row, Map<String, JsonNode> rules) throws SQLException {
        return new Persona(
                row.getString("persona_name"),
                row.getString("archetype"),
                row.getString("core_belief"),
                row.getString("brand_voice"),
                row.getString("default_tone"),
                list(row, "permissible_tones"),
                list(row, "forbidden_tones"),
                rules,
                list(row, "selected_platforms"));
    }

    static List<String> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    /** A list field as the database takes it. */
    static String[] array(FieldReader fields, String path) {
        return fields.texts(path, Integer.MAX_VALUE, Integer.MAX_VALUE).toArray(String[]::new);
    }
}

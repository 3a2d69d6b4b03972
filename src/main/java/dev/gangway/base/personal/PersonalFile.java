package dev.gangway.base.personal;

import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * One JSON file of the archive that a person gets of their data.
 *
 * @param name its path in the archive, unique among all modules
 * @param about what is in it, one sentence for the person
 * @param tables the tables whose rows about the person are in it
 * @param content writes it
 */
public record PersonalFile(String name, Message about, Set<String> tables, Content content) {

    public PersonalFile {
        tables = Set.copyOf(tables);
    }

    /** A file whose description has the given key in the language files. */
    public static PersonalFile of(String name, String aboutKey, Content content, String... tables) {
        return new PersonalFile(name, Message.of(aboutKey), Set.of(tables), content);
    }

    /** Writes one JSON value, with the names that the API uses; row by row where there may be many. */
    @FunctionalInterface
    public interface Content {
        /** Writes what is stored about the person; inside a read-only transaction that sees one moment. */
        void write(UserId person, JsonGenerator json);
    }
}

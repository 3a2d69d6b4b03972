package dev.gangway.wizard.ui;

import com.vaadin.flow.component.Component;
import dev.gangway.wizard.Answers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One question on a page, standing for one field of the answers. */
public interface AnswerField {

    /** The field's path among the answers. */
    String path();

    /** What the person sees. */
    Component component();

    /** Shows what is stored. */
    void read(Answers answers);

    /** Shows another value, as if it were typed. */
    void put(JsonNode value);

    /** What the person answers now; empty: nothing to say about this field. */
    Optional<JsonNode> answer();

    /** A value of this field in words. */
    String words(JsonNode value);

    /** Tells of each change that the person makes. */
    void onChange(Runnable changed);

    /** Whether it asks for a secret, which is sent with a submission only and never kept as a draft. */
    default boolean isSecret() {
        return false;
    }

    /** Says what is wrong with the field; null: nothing any more. */
    void problem(@Nullable String text);

    /** Says where the value came from ({@link Mark}); null: from the person or the database. */
    void mark(@Nullable Mark mark);

    /**
     * A remark on a value's origin.
     *
     * @param kind a class of the stylesheet
     * @param text the remark
     */
    record Mark(String kind, String text) {}
}

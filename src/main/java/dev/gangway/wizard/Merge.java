package dev.gangway.wizard;

import dev.gangway.base.FieldConflict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * The outcome of bringing two people's, tabs' or devices' edits of the same step together.
 *
 * @param merged the stored answers with every edit that nobody contradicted
 * @param conflicts fields changed in both to different values; empty when the merge can be stored
 */
public record Merge(Answers merged, List<FieldConflict> conflicts) {

    /**
     * Merges field by field: changed on one side only, that side's value; changed on both alike, that value; changed on
     * both differently, a conflict.
     *
     * @param base what this writer started from
     * @param yours what this writer sends
     * @param theirs what is stored now
     */
    public static Merge of(Answers base, Answers yours, Answers theirs) {
        Set<String> paths = new LinkedHashSet<>(theirs.fields().keySet());
        paths.addAll(yours.fields().keySet());
        Map<String, JsonNode> merged = new LinkedHashMap<>();
        List<FieldConflict> conflicts = new ArrayList<>();
        for (String path : paths) {
            JsonNode was = value(base, path);
            JsonNode mine = value(yours, path);
            JsonNode stored = value(theirs, path);
            boolean changedHere = !same(mine, was);
            boolean changedThere = !same(stored, was);
            if (changedHere && changedThere && !same(mine, stored)) {
                conflicts.add(new FieldConflict(path, mine, stored));
            }
            JsonNode result = changedHere ? mine : stored;
            if (!result.isNull()) {
                merged.put(path, result);
            }
        }
        return new Merge(new Answers(merged), List.copyOf(conflicts));
    }

    /** Whether they are the same answer; numbers may come in different Java types. */
    private static boolean same(JsonNode one, JsonNode other) {
        boolean numbers = one.isNumber() && other.isNumber();
        return numbers ? one.decimalValue().compareTo(other.decimalValue()) == 0 : one.equals(other);
    }

    private static JsonNode value(Answers answers, String path) {
        return answers.get(path).orElse(NullNode.getInstance());
    }
}

package dev.gangway.wizard.definition;

import com.networknt.schema.utils.JsonNodes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** Finds the line of a place in a definition that was read with its locations. */
final class Places {

    private Places() {}

    /**
     * The line of a place, or of the nearest one around it that has a line.
     *
     * @param property a property of the place that the problem is about, if it is about one
     */
    static int line(JsonNode root, String pointer, @Nullable String property) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode inner = property == null ? root.at(place) : root.at(place.appendProperty(property));
        if (inner.isMissingNode()) {
            inner = root.at(place);
        }
        while (inner.isMissingNode() && !place.matches()) {
            place = place.head();
            inner = root.at(place);
        }
        TokenStreamLocation location = JsonNodes.tokenStreamLocationOf(inner);
        return location == null ? 1 : Math.max(1, location.getLineNr());
    }
}

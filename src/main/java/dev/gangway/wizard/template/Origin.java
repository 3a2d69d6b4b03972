package dev.gangway.wizard.template;

import java.util.List;
import java.util.Optional;

/**
 * Where a wizard session came from that was started from a template.
 *
 * @param template the template's name; empty once it is deleted
 * @param leftOut answers that were not taken over
 */
public record Origin(Optional<String> template, List<LeftOut> leftOut) {

    public Origin {
        leftOut = List.copyOf(leftOut);
    }
}

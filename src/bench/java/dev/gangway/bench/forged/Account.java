package dev.gangway.bench.forged;

import java.util.List;

/**
 * Somebody who sends forged messages, or whose data is to stay as it is.
 *
 * @param isIdle whether only messages are sent that nothing at all may come of
 * @param routes what the roles let open
 * @param foreign what they do not, or what belongs to others
 */
record Account(String id, String name, String role, boolean isIdle, List<String> routes, List<String> foreign) {

    boolean isAdministrator() {
        return role.equals("ADMIN");
    }
}

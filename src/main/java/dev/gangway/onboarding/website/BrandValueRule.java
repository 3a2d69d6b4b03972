package dev.gangway.onboarding.website;

import dev.gangway.base.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The values a text speaks of most; once is chance. */
final class BrandValueRule {

    private static final int MOST = 5;
    private static final int AT_LEAST = 2;

    private BrandValueRule() {}

    static List<Proposed> apply(WebsiteMeasurement page) {
        return page.valueMentions().entrySet().stream()
                .filter(mention -> mention.getValue() >= AT_LEAST)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(mention -> Proposed.of(
                        "value." + mention.getKey(), Message.of("website.reason.mentions", mention.getValue())))
                .toList();
    }
}

package dev.gangway.onboarding.proposal;

import dev.gangway.onboarding.website.WebsiteMeasurement;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/**
 * What the brand is called, as far as that can be told.
 *
 * @param name at most {@value #LONGEST} characters, or empty
 * @param source the key of the text that says where it comes from
 */
record BrandName(String name, String source) {

    private static final int LONGEST = 50;

    /** The part of the page's title that is also in its host name, else its shortest part, else the industry. */
    static BrandName of(PersonaInputs inputs) {
        WebsiteMeasurement page = inputs.measurement();
        if (page != null && !page.title().isBlank()) {
            String host = letters(host(page.url()));
            String[] parts = page.title().split("\\s+[|–—·:»-]\\s+|: ");
            return Arrays.stream(parts)
                    .map(String::strip)
                    .filter(part -> !part.isEmpty() && part.length() <= LONGEST)
                    .min(Comparator.comparing((String part) -> !host.contains(letters(part)))
                            .thenComparingInt(String::length))
                    .map(part -> new BrandName(part, "persona.source.name_title"))
                    .orElseGet(() -> industry(inputs));
        }
        return industry(inputs);
    }

    private static BrandName industry(PersonaInputs inputs) {
        String industry = inputs.industry().strip();
        return industry.isEmpty() || industry.length() > LONGEST
                ? new BrandName("", "persona.source.name_archetype")
                : new BrandName(industry, "persona.source.name_industry");
    }

    boolean isKnown() {
        return !name.isEmpty();
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

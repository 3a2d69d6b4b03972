package dev.gangway.wizard.statistics;

import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.StepContent;
import dev.gangway.wizard.definition.WizardContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps that a wizard asked in any of its versions: what they are called now, and in which order. */
final class AskedEver {

    private final List<String> order = new ArrayList<>();
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> labels = new LinkedHashMap<>();
    private final Set<String> now;

    /** @param versions the newest first */
    AskedEver(List<WizardContent> versions) {
        versions.forEach(this::add);
        now = versions.stream()
                .limit(1)
                .flatMap(version -> version.steps().stream())
                .map(StepContent::key)
                .collect(Collectors.toSet());
    }

    /** Keys of the steps in the order of the newest version; one that only an older version had follows what it followed there. */
    List<String> steps() {
        return List.copyOf(order);
    }

    /** Whether the newest version has the step. */
    boolean isAskedNow(String step) {
        return now.contains(step);
    }

    String title(String step) {
        return titles.getOrDefault(step, step);
    }

    String label(String step, String field) {
        return labels.getOrDefault(step, Map.of()).getOrDefault(field, field);
    }

    private void add(WizardContent version) {
        int place = 0;
        for (StepContent step : version.steps()) {
            int known = order.indexOf(step.key());
            if (known < 0) {
                order.add(place, step.key());
                known = place;
            }
            place = known + 1;
            titles.putIfAbsent(step.key(), step.title());
            Map<String, String> fields = labels.computeIfAbsent(step.key(), key -> new LinkedHashMap<>());
            for (Field field : step.fields()) {
                fields.putIfAbsent(field.key(), field.label());
            }
        }
    }
}

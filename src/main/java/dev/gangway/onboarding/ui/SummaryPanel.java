package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.base.ui.Icon;
import dev.gangway.base.ui.Moments;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Polling;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.OnboardingSummary;
import dev.gangway.wizard.ui.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything as the database has it, read again every few seconds; what someone saved since the page was opened is marked.
 *
 * <p>A database that does not answer is shown as that, never as an empty summary.
 */
class SummaryPanel extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(SummaryPanel.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Words words;
    private final Supplier<Optional<OnboardingSummary>> summary;
    private final Map<OnboardingStep, Instant> opened = new EnumMap<>(OnboardingStep.class);
    private boolean first = true;
    private List<SummaryPart> shown = List.of();

    SummaryPanel(Words words, Supplier<Optional<OnboardingSummary>> summary) {
        this.words = words;
        this.summary = summary;
        addClassName("summary");
        Polling polling = new Polling(this, FRESH, this::refresh);
        addAttachListener(attached -> polling.start());
        refresh();
    }

    /** Reads it again. */
    void refresh() {
        try {
            summary.get().ifPresent(this::show);
        } catch (RuntimeException failure) {
            LOG.error("The summary could not be read", failure);
            fail();
        }
    }

    private void show(OnboardingSummary read) {
        List<SummaryPart> parts = new SummaryParts(words).of(read);
        if (first) {
            parts.stream()
                    .filter(part -> part.savedAt() != null)
                    .forEach(part -> opened.put(part.step(), part.savedAt()));
            first = false;
        }
        if (parts.equals(shown)) {
            return;
        }
        shown = parts;
        removeAll();
        Moments moments = Moments.at(UI.getCurrent());
        Div cards = new Div();
        cards.addClassName("summary-cards");
        parts.forEach(part -> cards.add(new SummaryCard(
                part, words, moments, editAddress(part.step(), read.run().isCompleted()), isNew(part))));
        add(cards, capabilities(read.capabilities()));
    }

    private boolean isNew(SummaryPart part) {
        return part.savedAt() != null && !part.savedAt().equals(opened.get(part.step()));
    }

    private static String editAddress(OnboardingStep step, boolean completed) {
        return completed ? SettingsView.address(step) : OnboardingView.address(step);
    }

    private Section capabilities(List<OnboardingSummary.Capability> capabilities) {
        UnorderedList list = new UnorderedList();
        list.addClassName("capabilities");
        capabilities.forEach(capability -> list.add(item(capability)));
        Section section = new Section(new H2(words.of("summary.capabilities")), list);
        section.addClassName("card");
        return section;
    }

    private ListItem item(OnboardingSummary.Capability capability) {
        Span name = new Span(words.of("capability." + capability.name()));
        name.addClassName("capability-name");
        String missing = capability.missing().stream()
                .map(need -> words.of("capability.missing." + need))
                .collect(Collectors.joining(", "));
        Span state = new Span(
                capability.unlocked() ? words.of("capability.unlocked") : words.of("capability.locked", missing));
        state.addClassName("quiet");
        ListItem item = new ListItem(new Icon(capability.unlocked() ? "check" : "lock"), new Div(name, state));
        item.addClassName(capability.unlocked() ? "unlocked" : "locked");
        return item;
    }

    private void fail() {
        shown = List.of();
        removeAll();
        Button again = new Button(words.of("page.try_again"), click -> refresh());
        again.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Notice(
                Notice.Kind.ERROR,
                words.of("summary.unreadable"),
                new Span(words.of("summary.unreadable.text")),
                again));
    }
}

package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.Notice;
import dev.gangway.training.AssignmentResult;
import dev.gangway.training.Candidate;
import dev.gangway.training.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A verdict in words: how it ended and why, and what was said of each candidate. */
class VerdictTable extends Div {

    private final transient TrainingWords words;
    private final transient Map<UserId, String> names;

    VerdictTable(String caption, Verdict verdict, Map<UserId, String> names, TrainingWords words) {
        this.words = words;
        this.names = names;
        addClassName("verdict");
        add(result(verdict));
        if (verdict.candidates().isEmpty()) {
            return;
        }
        DataTable table = new DataTable(
                caption,
                List.of(
                        words.of("purchases.trainer"),
                        words.of("verdict.distance"),
                        words.of("verdict.load"),
                        words.of("verdict.eligible"),
                        words.of("verdict.reason")));
        verdict.candidates()
                .forEach(each -> table.add(List.of(
                        DataTable.text(words.person(each.trainer(), names), "data-name"),
                        DataTable.text(words.kilometres(each.distanceKm())),
                        DataTable.text(String.valueOf(each.load())),
                        DataTable.text(words.of(each.eligible() ? "verdict.yes" : "verdict.no")),
                        reason(verdict, each))));
        add(table);
        if (!verdict.isComplete()) {
            Paragraph cut = new Paragraph(words.of("verdict.cut"));
            cut.addClassName("quiet");
            add(cut);
        }
    }

    private Component reason(Verdict verdict, Verdict.Considered each) {
        Candidate.@Nullable Reason reason = each.reason();
        if (reason != null) {
            return DataTable.text(words.reason(reason));
        }
        return each.trainer().equals(verdict.chosen())
                ? DataTable.text(words.of("verdict.chosen"), "pill", "pill-good")
                : DataTable.text("–", "quiet");
    }

    private Notice result(Verdict verdict) {
        String title = words.of(
                "verdict.result." + verdict.result().name().toLowerCase(Locale.ROOT),
                words.person(verdict.chosen(), names));
        Notice.Kind kind = verdict.result() == AssignmentResult.ASSIGNED ? Notice.Kind.SUCCESS : Notice.Kind.WARNING;
        return verdict.result() == AssignmentResult.WAITLISTED
                ? new Notice(kind, title, new Paragraph(why(verdict)))
                : new Notice(kind, title);
    }

    /** So many candidates could not for this, so many for that. */
    private String why(Verdict verdict) {
        if (verdict.candidates().isEmpty()) {
            return words.of("verdict.no_candidates");
        }
        Map<Candidate.Reason, Long> counts = verdict.candidates().stream()
                .filter(each -> each.reason() != null)
                .collect(Collectors.groupingBy(Verdict.Considered::reason, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> words.of("verdict.so_many", each.getValue(), words.reason(each.getKey())))
                .collect(Collectors.joining(" · "));
    }
}

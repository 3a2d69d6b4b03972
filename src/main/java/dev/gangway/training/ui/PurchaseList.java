package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.Toast;
import dev.gangway.training.PurchaseFilter;
import dev.gangway.training.PurchaseRow;
import dev.gangway.training.PurchaseStatus;
import dev.gangway.training.TrainerFilter;
import dev.gangway.training.TrainerRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Purchases, the newest first, narrowed while the administrator types; the next ones come on request. */
class PurchaseList extends Div {

    private static final int PAGE = 50;
    private static final int PAUSE_MILLIS = 300;
    private static final int LONGEST = 255;

    private final transient PurchaseServices services;
    private final transient TrainingWords words = TrainingWords.of(this);
    private final boolean isWaitlist;
    private final TextField search = new TextField(getTranslation("purchases.search"));
    private final Select<PurchaseStatus> status = new Select<>();
    private final ComboBox<TrainerRow> trainer = new ComboBox<>(getTranslation("purchases.trainer"));
    private final Paragraph count = new Paragraph();
    private final DataTable table;
    private final Button more = new Button(getTranslation("purchases.more"), click -> load());
    private final @Nullable UserId asked;
    private @Nullable UUID last;
    private int shown;

    PurchaseList(PurchaseFilter filter, boolean isWaitlist, PurchaseServices services) {
        this.services = services;
        this.isWaitlist = isWaitlist;
        this.asked = filter.trainer();
        addClassName("data-list");
        List<String> columns = new ArrayList<>(List.of(
                words.of("purchases.booking"),
                words.of("purchases.status"),
                words.of("purchases.trainer"),
                words.of("purchases.students"),
                words.of("purchases.start"),
                words.of("purchases.lessons"),
                isWaitlist ? words.of("purchases.waits_since") : words.of("purchases.sync")));
        if (isWaitlist) {
            columns.add(words.of("purchases.try"));
        }
        table = new DataTable(words.of("menu.purchases"), columns);
        table.addClassName("purchases");
        count.addClassName("quiet");
        count.getElement().setAttribute("role", "status");
        add(filters(filter), count, table, more);
        refresh();
    }

    private Div filters(PurchaseFilter filter) {
        search.setClearButtonVisible(true);
        search.setMaxLength(LONGEST);
        search.setHelperText(words.of("purchases.search.help"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_MILLIS);
        search.addValueChangeListener(typed -> refresh());
        status.setLabel(words.of("purchases.status"));
        status.setItems(PurchaseStatus.values());
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption(words.of("purchases.any"));
        status.setItemLabelGenerator(each -> each == null ? words.of("purchases.any") : words.status(each));
        status.setVisible(!isWaitlist);
        status.setValue(filter.status());
        status.addValueChangeListener(chosen -> refresh());
        trainer.setItemsPageable((page, typed) -> named(typed).stream()
                .skip(page.getOffset())
                .limit(page.getPageSize())
                .toList());
        trainer.setItemLabelGenerator(TrainerRow::name);
        trainer.setClearButtonVisible(true);
        trainer.setPlaceholder(words.of("purchases.any"));
        trainer.setVisible(!isWaitlist);
        if (asked != null) {
            services.trainers().page(new TrainerFilter(asked.value(), null, null), "", PAGE).stream()
                    .filter(each -> each.id().equals(asked))
                    .findAny()
                    .ifPresent(trainer::setValue);
        }
        trainer.addValueChangeListener(chosen -> refresh());
        Div filters = new Div(search, status, trainer);
        filters.addClassName("account-filters");
        return filters;
    }

    private List<TrainerRow> named(@Nullable String typed) {
        return services.trainers().page(new TrainerFilter(Objects.requireNonNullElse(typed, ""), null, null), "", PAGE);
    }

    private PurchaseFilter filter() {
        TrainerRow chosen = trainer.getValue();
        return new PurchaseFilter(
                search.getValue(),
                isWaitlist ? PurchaseStatus.WAITLISTED : status.getValue(),
                chosen == null ? null : chosen.id());
    }

    private void refresh() {
        table.clear();
        last = null;
        shown = 0;
        load();
    }

    private void load() {
        PurchaseFilter filter = filter();
        List<PurchaseRow> page = services.overviews().page(filter, last, PAGE + 1);
        page.stream().limit(PAGE).forEach(this::show);
        more.setVisible(page.size() > PAGE);
        table.setVisible(shown > 0);
        count.setText(
                shown > 0
                        ? words.of(more.isVisible() ? "purchases.shown.more" : "purchases.shown", shown)
                        : none(filter));
    }

    private String none(PurchaseFilter filter) {
        if (!filter.text().isBlank() || filter.trainer() != null || (!isWaitlist && filter.status() != null)) {
            return words.of("purchases.none.narrowed");
        }
        return words.of(isWaitlist ? "purchases.none.waiting" : "purchases.none");
    }

    private void show(PurchaseRow row) {
        last = row.id();
        shown++;
        Anchor name = new Anchor(PurchasesView.ADDRESS + "/" + row.id(), row.bookingId());
        name.addClassName("data-name");
        List<Component> cells = new ArrayList<>(List.of(
                new Div(name, DataTable.text(row.courseName() + " · " + words.of(row.classType()), "data-details")),
                status(row.status()),
                DataTable.text(trainer(row), "data-person"),
                DataTable.text(
                        row.students().isEmpty() ? words.of("training.nobody") : String.join(", ", row.students())),
                new Div(
                        DataTable.text(words.day(row.startDate())),
                        DataTable.text(words.time(row.preferredTimeSlot()), "data-details")),
                progress(row),
                isWaitlist ? DataTable.text(words.when(row.createdAt())) : new SyncPills(row, words)));
        if (isWaitlist) {
            ActionButton attempt =
                    new ActionButton(words.of("purchases.try"), words.of("account.working"), click -> attempt(row));
            attempt.setAriaLabel(words.of("purchases.try.named", row.bookingId()));
            attempt.addThemeVariants(ButtonVariant.SMALL);
            cells.add(attempt);
        }
        table.add(cells);
    }

    private Component status(PurchaseStatus status) {
        String kind = status == PurchaseStatus.ASSIGNED ? "pill-good" : "pill-warning";
        return DataTable.text(words.status(status), "pill", kind);
    }

    private String trainer(PurchaseRow row) {
        String name = row.trainerName() == null ? "–" : row.trainerName();
        return row.otherTrainers() == 0 ? name : words.of("purchases.trainer.others", name, row.otherTrainers());
    }

    private Component progress(PurchaseRow row) {
        if (row.planned() == 0) {
            return DataTable.text(words.of("purchases.lessons.none", row.totalSessions()), "quiet");
        }
        Div both = new Div(
                new LoadBar(row.held(), row.planned(), false),
                DataTable.text(words.of("purchases.lessons.held", row.held(), row.planned())));
        both.addClassName("office-load");
        return both;
    }

    private void attempt(PurchaseRow row) {
        if (services.waitlist().retry(row.id())) {
            Toast.success(words.of("purchases.try.found", row.bookingId()));
        } else {
            Toast.error(words.of("purchases.try.nobody", row.bookingId()));
        }
        refresh();
    }
}

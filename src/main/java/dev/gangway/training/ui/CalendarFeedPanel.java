package dev.gangway.training.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.Moments;
import dev.gangway.base.ui.Toast;
import dev.gangway.training.CalendarFeed;
import dev.gangway.training.CalendarFeeds;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The secret address from which a person's calendar reads their lessons: made, shown once with a button that copies it,
 * replaced and revoked after a question. The same on the pages of trainers and of students.
 */
public class CalendarFeedPanel extends Div {

    private final transient CalendarFeeds feeds;
    private final transient CurrentCaller caller;
    private final transient Moments moments;
    private final Paragraph state = new Paragraph();
    private final TextField address = new TextField(getTranslation("calendar.address"));
    private final Div fresh = new Div();
    private final Button create = new Button(getTranslation("calendar.create"), click -> create());
    private final Button replace = new Button(getTranslation("calendar.replace"), click -> confirmReplacing());
    private final Button revoke = new Button(getTranslation("calendar.revoke"), click -> confirmRevoking());

    /**
     * The caller's own; {@code caller} is asked at each click.
     *
     * @param moments says when, in the time zone of the page
     */
    public CalendarFeedPanel(CalendarFeeds feeds, CurrentCaller caller, Moments moments) {
        this.feeds = feeds;
        this.caller = caller;
        this.moments = moments;
        addClassNames("card", "calendar-feed");
        Div head = new Div(new H2(getTranslation("calendar.title")), new Paragraph(getTranslation("calendar.about")));
        head.addClassName("card-head");
        address.setReadOnly(true);
        address.setHelperText(getTranslation("calendar.address.once"));
        address.setAutoselect(true);
        fresh.addClassName("calendar-address");
        fresh.setVisible(false);
        state.addClassName("quiet");
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.setDisableOnClick(true);
        revoke.addThemeVariants(ButtonVariant.LUMO_ERROR);
        Div actions = new Div(create, replace, revoke);
        actions.addClassName("row");
        add(head, fresh, state, actions, how());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        refresh();
    }

    /** Whoever leaves the page has seen the address, and nothing keeps it. */
    @Override
    protected void onDetach(DetachEvent detached) {
        forgetAddress();
    }

    private void refresh() {
        Optional<CalendarFeed> feed = feeds.find(caller.get().userId());
        boolean exists = feed.isPresent();
        create.setEnabled(true);
        create.setVisible(!exists);
        replace.setVisible(exists);
        revoke.setVisible(exists);
        state.setVisible(exists);
        feed.ifPresent(found -> state.setText(words(found)));
        if (!exists) {
            forgetAddress();
        }
    }

    private String words(CalendarFeed feed) {
        @Nullable Instant fetched = feed.lastFetchedAt();
        String made = moments.dateAndTime(feed.createdAt());
        return fetched == null
                ? getTranslation("calendar.never_fetched", made)
                : getTranslation("calendar.fetched", made, moments.dateAndTime(fetched));
    }

    private void create() {
        String path = feeds.create(caller.get().userId(), getLocale()).path();
        // The server's address as the browser knows it, which proxies tell.
        address.setValue(ServletUriComponentsBuilder.fromContextPath(VaadinServletRequest.getCurrent())
                .path(path)
                .toUriString());
        fresh.removeAll();
        fresh.add(address, copyButton(address.getValue()));
        fresh.setVisible(true);
        refresh();
        address.focus();
    }

    private void confirmReplacing() {
        ask("calendar.replace", () -> {
            create();
            Toast.success(getTranslation("calendar.replaced"));
        });
    }

    private void confirmRevoking() {
        ask("calendar.revoke", () -> {
            feeds.revoke(caller.get().userId());
            refresh();
            create.focus();
            Toast.success(getTranslation("calendar.revoked"));
        });
    }

    private void ask(String what, Runnable confirmed) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation(what));
        dialog.setText(getTranslation(what + ".question"));
        dialog.setConfirmText(getTranslation(what));
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("calendar.keep"));
        dialog.addConfirmListener(click -> confirmed.run());
        dialog.open();
    }

    /** A new one for each address: what is copied is settled when the button comes to the browser, which allows it in a click only. */
    private Button copyButton(String copied) {
        Button copy = new Button(getTranslation("calendar.copy"));
        Clipboard.onClick(copy)
                .writeText(
                        copied,
                        done -> Toast.success(getTranslation("calendar.copied")),
                        refused -> Toast.error(getTranslation("calendar.copy_failed")));
        return copy;
    }

    private void forgetAddress() {
        fresh.removeAll();
        address.clear();
        fresh.setVisible(false);
    }

    private NativeDetails how() {
        NativeDetails how = new NativeDetails(
                getTranslation("calendar.how"),
                new UnorderedList(
                        new ListItem(getTranslation("calendar.how.google")),
                        new ListItem(getTranslation("calendar.how.apple")),
                        new ListItem(getTranslation("calendar.how.outlook"))));
        how.addClassName("more");
        return how;
    }
}

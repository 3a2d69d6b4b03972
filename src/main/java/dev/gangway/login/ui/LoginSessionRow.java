package dev.gangway.login.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.gangway.base.Message;
import dev.gangway.base.ui.Icon;
import dev.gangway.base.ui.Moments;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSession;

/** One login session for its owner to recognise: with what, since when, last used when and where. */
class LoginSessionRow extends ListItem {

    LoginSessionRow(LoginSession shown, boolean current, Runnable end) {
        this(shown, current, "account.end", end);
    }

    /** One whose button is called otherwise: by the words of a key, and of the same with {@code _named} for its device. */
    LoginSessionRow(LoginSession shown, boolean current, String endKey, Runnable end) {
        addClassName("login-session");
        Message words = Device.of(shown.userAgent());
        String device = getTranslation(words.key(), words.args().toArray());
        Span name = new Span(device);
        name.addClassName("login-session-device");
        Div head = new Div(name);
        head.addClassName("row");
        if (current) {
            Span pill = new Span(getTranslation("account.current"));
            pill.addClassName("pill");
            head.add(pill);
        }
        Moments moments = Moments.at(UI.getCurrent());
        String address = shown.ipAddress();
        Paragraph use = new Paragraph(
                address == null
                        ? getTranslation("account.last_use", moments.dateAndTime(shown.lastActivity()))
                        : getTranslation("account.last_use.at", moments.dateAndTime(shown.lastActivity()), address));
        Paragraph since = new Paragraph(getTranslation(
                shown.kind() == LoginKind.API ? "account.since.api" : "account.since",
                moments.dateAndTime(shown.createdAt())));
        Div about = new Div(head, use, since);
        about.addClassName("login-session-about");
        add(new Icon(icon(shown)), about);
        if (!current) {
            Button button = new Button(getTranslation(endKey), click -> end.run());
            button.setAriaLabel(getTranslation(endKey + "_named", device));
            button.addThemeVariants(ButtonVariant.TERTIARY);
            add(button);
        }
    }

    private static String icon(LoginSession shown) {
        if (shown.kind() == LoginKind.API) {
            return "key";
        }
        return Device.isHandheld(shown.userAgent()) ? "phone" : "desktop";
    }
}

package dev.gangway.base.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import dev.gangway.base.security.SecurityEvent;
import jakarta.annotation.security.PermitAll;

/** Stands in for a page that does not exist, and in the same words for one that the person's roles do not allow. */
@Tag("div")
@PermitAll
@ParentLayout(MainLayout.class)
public class NotFoundView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    NotFoundView() {
        addClassName("blank-page");
        add(
                new Icon("lost"),
                new H1(getTranslation("page.not_found.title")),
                new Paragraph(getTranslation("page.not_found.text")),
                new Anchor("", getTranslation("page.not_found.home")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        if (event.getSource()
                .getRegistry()
                .getNavigationTarget(event.getLocation().getPath())
                .isPresent()) {
            SecurityEvent.ACCESS_REFUSED.log("to=page");
        }
        return HttpStatusCode.NOT_FOUND.getCode();
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("page.not_found.title"));
    }
}

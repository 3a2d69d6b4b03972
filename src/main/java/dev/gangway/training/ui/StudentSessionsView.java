package dev.gangway.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.training.CalendarFeeds;
import dev.gangway.training.TutoringAction.Side;
import dev.gangway.training.ui.LessonBoard.View;
import jakarta.annotation.security.RolesAllowed;

/** The lessons that a student gets, and what they say to them. */
@Route(StudentSessionsView.ADDRESS)
@Menu(title = "menu.lessons", icon = "calendar", order = 35)
@RolesAllowed(Role.USER_NAME)
public class StudentSessionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "student/sessions";

    private final LessonBoard board;

    StudentSessionsView(LessonBoards boards, CalendarFeeds feeds, CurrentCaller caller) {
        LessonWords words = boards.words(Side.STUDENT);
        board = boards.board(words, ADDRESS);
        addClassNames("page", "wide");
        Div head = new Div(
                new H1(getTranslation("menu.lessons")),
                new Paragraph(words.ofSide("lesson.lead", words.moments().zone().getId())));
        head.addClassName("page-head");
        add(head, board);
        if (feeds.areOn()) {
            add(new CalendarFeedPanel(feeds, caller, words.moments()));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        board.show(View.of(event.getLocation().getQueryParameters().getSingleParameter("view")));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(board.title(), getTranslation("menu.lessons"));
    }
}

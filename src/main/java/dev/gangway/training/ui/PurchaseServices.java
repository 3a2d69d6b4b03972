package dev.gangway.training.ui;

import dev.gangway.account.AccountAdministration;
import dev.gangway.base.Texts;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.training.Assignments;
import dev.gangway.training.Courses;
import dev.gangway.training.PurchaseOverviews;
import dev.gangway.training.Purchases;
import dev.gangway.training.SyncRuns;
import dev.gangway.training.TrainerOverviews;
import dev.gangway.training.TutoringSessions;
import dev.gangway.training.TutoringSync;
import dev.gangway.training.Waitlist;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the parts of the page of purchases ask and tell. */
@Component
record PurchaseServices(
        PurchaseOverviews overviews,
        Purchases purchases,
        Assignments assignments,
        TutoringSessions lessons,
        TutoringSync sync,
        SyncRuns runs,
        Waitlist waitlist,
        Courses courses,
        TrainerOverviews trainers,
        AccountAdministration accounts,
        CurrentCaller caller,
        Texts texts,
        Clock clock) {}

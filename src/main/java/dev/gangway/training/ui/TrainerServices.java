package dev.gangway.training.ui;

import dev.gangway.account.AccountAdministration;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.training.Courses;
import dev.gangway.training.Departures;
import dev.gangway.training.PurchaseOverviews;
import dev.gangway.training.TrainerOverviews;
import dev.gangway.training.Trainers;
import dev.gangway.training.Zones;
import org.springframework.stereotype.Component;

/** What the parts of the page of trainers ask and tell. */
@Component
record TrainerServices(
        TrainerOverviews overviews,
        Trainers trainers,
        Zones zones,
        Courses courses,
        AccountAdministration accounts,
        Departures departures,
        PurchaseOverviews names,
        CurrentCaller caller) {

    /** So many zones or courses are chosen from; more would want a search of their own. */
    static final int MOST = 1000;
}

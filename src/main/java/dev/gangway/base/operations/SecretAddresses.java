package dev.gangway.base.operations;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import org.springframework.stereotype.Component;

/** Keeps addresses that are secrets themselves out of traces, which name the address of each request. */
@Component
class SecretAddresses implements ObservationFilter {

    private static final String ADDRESS = "http.url";
    private static final String CALENDARS = "/calendar/";

    @Override
    public Observation.Context map(Observation.Context context) {
        KeyValue address = context.getHighCardinalityKeyValue(ADDRESS);
        if (address != null && address.getValue().contains(CALENDARS)) {
            context.addHighCardinalityKeyValue(KeyValue.of(ADDRESS, CALENDARS + "…"));
        }
        return context;
    }
}

package dev.gangway.base.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SecretAddressesTest {

    private final SecretAddresses filter = new SecretAddresses();

    @Test
    void theAddressOfACalendarIsInNoTrace() {
        assertThat(traced("/calendar/2t1Vn0aUuD3mXl6m.ics")).isEqualTo("/calendar/…");
        assertThat(traced("/below/calendar/2t1Vn0aUuD3mXl6m.ics")).doesNotContain("2t1");
    }

    @Test
    void otherAddressesAre() {
        assertThat(traced("/api/v1/booking/zones")).isEqualTo("/api/v1/booking/zones");
    }

    private String traced(String address) {
        Observation.Context request = new Observation.Context();
        request.addHighCardinalityKeyValue(KeyValue.of("http.url", address));
        return Objects.requireNonNull(filter.map(request).getHighCardinalityKeyValue("http.url"))
                .getValue();
    }
}

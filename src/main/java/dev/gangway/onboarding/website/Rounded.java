package dev.gangway.onboarding.website;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds half up for showing; what is not a number becomes 0. */
final class Rounded {

    private Rounded() {}

    static double to(int decimals, double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .doubleValue()
                : 0;
    }
}

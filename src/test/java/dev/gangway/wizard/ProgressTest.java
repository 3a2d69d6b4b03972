package dev.gangway.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void sixStepsGiveTheOnboardingsFigures() {
        assertThat(IntStream.rangeClosed(0, 6)
                        .mapToObj(done -> Progress.of(done, 6, Progress.NONE).toPlainString()))
                .containsExactly("0.00", "16.67", "33.33", "50.00", "66.67", "83.33", "83.33");
    }

    @Test
    void pagesShowWholePerCentHalfUp() {
        assertThat(IntStream.rangeClosed(0, 5).map(done -> Progress.whole(Progress.of(done, 6, Progress.NONE))))
                .containsExactly(0, 17, 33, 50, 67, 83);
        assertThat(Progress.whole(Progress.FULL)).isEqualTo(100);
    }

    @Test
    void fourAndFiveStepsGiveEvenFigures() {
        assertThat(IntStream.rangeClosed(1, 3).map(done -> Progress.whole(Progress.of(done, 4, Progress.NONE))))
                .containsExactly(25, 50, 75);
        assertThat(IntStream.rangeClosed(1, 4).map(done -> Progress.whole(Progress.of(done, 5, Progress.NONE))))
                .containsExactly(20, 40, 60, 80);
    }

    @Test
    void whatWasReachedIsNeverLowered() {
        assertThat(Progress.of(1, 6, new BigDecimal("66.67"))).isEqualByComparingTo("66.67");
    }
}

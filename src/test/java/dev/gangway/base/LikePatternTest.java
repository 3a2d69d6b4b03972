package dev.gangway.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikePatternTest {

    @Test
    void whatHasAMeaningInPatternsStandsForItself() {
        assertThat(LikePattern.beginning("50%_Off\\")).isEqualTo("50\\%\\_off\\\\%");
    }

    @Test
    void whatIsInsideMayHaveAnythingBeforeIt() {
        assertThat(LikePattern.inside("Łódź")).isEqualTo("%łódź%");
    }
}

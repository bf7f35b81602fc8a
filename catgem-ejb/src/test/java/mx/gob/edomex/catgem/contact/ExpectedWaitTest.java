package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;

import mx.gob.edomex.catgem.channel.WaitBand.Band;
import org.junit.jupiter.api.Test;

class ExpectedWaitTest {

    @Test
    void aBandHoldsItsLowerBound() {
        assertThat(Band.of(0)).isEqualTo(Band.UNDER_2);
        assertThat(Band.of(1.99)).isEqualTo(Band.UNDER_2);
        assertThat(Band.of(2)).isEqualTo(Band.FROM_2_TO_5);
        assertThat(Band.of(5)).isEqualTo(Band.FROM_5_TO_10);
        assertThat(Band.of(10)).isEqualTo(Band.OVER_10);
        assertThat(Band.of(Double.POSITIVE_INFINITY)).isEqualTo(Band.OVER_10);
    }

    @Test
    void withSomebodyFreeAndNobodyAheadTheWaitIsShort() {
        assertThat(ExpectedWait.minutes(0, 0, 1, 1, null)).isZero();
    }

    @Test
    void withNobodyOnDutyNoShortWaitIsPromised() {
        assertThat(Band.of(ExpectedWait.minutes(0, 5, 0, 0, 1.0))).isEqualTo(Band.OVER_10);
    }

    @Test
    void theWaitIsThoseAheadDividedByThePace() {
        // 20 connected in ten minutes are 2 a minute; 5 ahead and oneself take 3 minutes.
        assertThat(ExpectedWait.minutes(5, 20, 0, 4, null)).isEqualTo(3.0);
    }

    @Test
    void whatTheClassReallyWaitedDrawsTheForecastHalfWay() {
        assertThat(ExpectedWait.minutes(5, 20, 0, 4, 9.0)).isEqualTo(6.0);
    }
}

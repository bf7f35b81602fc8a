package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeExchangeTest extends ExchangeContract {

    private final FakeAri fake = new FakeAri();

    @Override
    Town town() {
        return fake;
    }

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void whoIsRefusedHalfWayHearsNothingInAnothersPlace() {
        fake.refuse("/eventFilter", 503);
        assertThatThrownBy(() -> new AriExchange(fake.settings()).listen(event -> {}))
                .isInstanceOf(IOException.class);
        until(() -> !fake.isHeard());
    }
}

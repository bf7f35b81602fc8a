package mx.gob.edomex.catgem.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChatOriginsTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final ChatOrigins origins = persistence.wire(new ChatOrigins());

    @Test
    void ourOwnPageIsAllowedBehindAProxyTooAndAForeignOneIsNot() throws SQLException {
        assertThat(allows("http://localhost:8080", "localhost:8080")).isTrue();
        assertThat(allows("https://catgem.example.mx", "catgem.example.mx")).isTrue();
        assertThat(allows("https://evil.example", "catgem.example.mx")).isFalse();
        assertThat(allows("https://catgem.example.mx.evil.example", "catgem.example.mx"))
                .isFalse();
        assertThat(allows("https://catgem.example.mx@evil.example", "catgem.example.mx"))
                .isFalse();
        assertThat(allows("https://catgem.example.mx:8443", "catgem.example.mx"))
                .isFalse();
        assertThat(allows("null", "catgem.example.mx")).isFalse();
        assertThat(allows(null, "catgem.example.mx")).isFalse();
        assertThat(allows("file://catgem.example.mx", "catgem.example.mx")).isFalse();
        assertThat(allows("no url at all", "catgem.example.mx")).isFalse();
    }

    @Test
    void theListIsData() throws SQLException {
        assertThat(allows("https://tramites.example.mx", "catgem.example.mx")).isFalse();
        persistence.database().execute("insert into chat_origin values ('https://tramites.example.mx', 'test')");
        assertThat(allows("https://Tramites.example.mx", "catgem.example.mx")).isTrue();
        assertThat(allows("http://tramites.example.mx", "catgem.example.mx")).isFalse();
    }

    private boolean allows(String origin, String host) {
        return persistence.inTransaction(() -> origins.allows(origin, host));
    }
}

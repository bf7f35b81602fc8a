package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WordTokensTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private CentreFixture centre;
    private WordTokens words;

    @BeforeEach
    void begin() {
        centre = new CentreFixture(persistence);
        PersonalData personalData = centre.personalData;
        words = persistence.wire(new WordTokens(), personalData);
    }

    @Test
    void aWordIsFoundByItsBeginningWithoutAccentsInAnyCase() {
        assertThat(finds("¿Dónde pago la tenencia?", "DONDE")).isTrue();
        assertThat(finds("¿Dónde pago la tenencia?", "ten")).isTrue();
        assertThat(finds("¿Dónde pago la tenencia?", "tenencia pago")).isTrue();
        assertThat(finds("¿Dónde pago la tenencia?", "tenencias")).isFalse();
        assertThat(finds("¿Dónde pago la tenencia?", "nencia")).isFalse();
        assertThat(finds("¿Dónde pago la tenencia?", "te")).isFalse();
        assertThat(finds("Mi IP es 10", "ip 10")).isTrue();
        assertThat(finds("El niño", "nino")).isFalse();
    }

    @Test
    void ofAVeryLongWordItsFirstTwentyLettersCount() {
        String word = "anticonstitucionalmentemente";

        assertThat(finds(word, word)).isTrue();
        assertThat(finds(word, word.substring(0, 21))).isTrue();
        assertThat(words.tokens("x".repeat(100_000)).split(",", -1)).hasSize(18);
    }

    @Test
    void aTextOfCountlessWordsKeepsTheRowWithinItsBounds() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            text.append("palabra").append(i).append(' ');
        }

        assertThat(words.tokens(text.toString()).split(",", -1)).hasSize(20_000);
    }

    @Test
    void aTextWithoutWordsAsksNothing() {
        assertThat(words.question(" ¿? … ")).isEmpty();
        assertThat(words.tokens(" ¿? … ")).isEmpty();
    }

    @Test
    void whatIsKeptIsNotTheWord() throws Exception {
        ContactId contact = chat("Zacatlxóchitl");

        assertThat(centre.isFound(contact, "zacatlxochitl")).isTrue();
        assertThat(centre.text("select words from contact_search where contact_id = '" + contact + "'"))
                .doesNotContain("zac");
        assertThat(persistence.database().column("select cast(s as text) from contact_search s"))
                .isNotEmpty()
                .allMatch(row -> !row.toLowerCase(Locale.ROOT).contains("zacatlx"));
    }

    @Test
    void rowsThatAreOnTheListAreMadeAnew() throws Exception {
        ContactId contact = chat("Chimalhuacán");
        persistence.database().execute("truncate contact_search");
        persistence.database().execute("insert into search_refill values ('" + contact + "')");
        SearchRefill refill = centre.searchRefill;
        assertThat(centre.isFound(contact, "chimal")).isFalse();

        centre.does(refill::due).forEach(id -> centre.run(() -> refill.fill(id)));

        assertThat(centre.isFound(contact, "chimal")).isTrue();
        assertThat(centre.does(refill::due)).isEmpty();
    }

    private ContactId chat(String text) {
        ContactId contact = centre.aQueuedChat();
        centre.says(contact, text);
        return contact;
    }

    private boolean finds(String text, String asked) {
        Set<String> kept = Set.of(words.tokens(text).split(",", -1));
        return Set.of(words.question(asked).orElseThrow().replace("'", "").split(" & ")).stream()
                .allMatch(kept::contains);
    }
}

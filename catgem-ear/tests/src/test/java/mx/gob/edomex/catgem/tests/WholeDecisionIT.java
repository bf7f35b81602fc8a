package mx.gob.edomex.catgem.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.tests.api.ApiClient;
import org.junit.jupiter.api.Test;

/** From the explanation of an offer on a folio to everybody who could have been asked. */
class WholeDecisionIT extends BrowserTest {

    private static final List<String> THERE = List.of("asesora31", "asesora34", "asesora37");

    @Test
    void everybodyIsNamedWithTheirTermsOrWhatIsAgainstThem() throws Exception {
        for (String advisor : THERE) {
            become(advisor, "{\"presence\":\"AVAILABLE\"}");
        }
        become(THERE.get(1), "{\"presence\":\"AUXILIARY\",\"reason\":\"MEAL\"}");
        CitizenChat citizen = CitizenChat.begun();
        citizen.writes(UUID.randomUUID().toString(), "Buenas tardes, tengo una duda");
        String folio = citizen.folio();
        isOffered(folio);

        signIn(page, "auditora");
        page.navigate(address("folio.xhtml?folio=" + folio));
        page.locator("details.why summary").first().click();
        page.locator("a.all-candidates").first().click();
        assertThat(page.locator("#verdict")).hasAttribute("data-verdict", "SAME");
        assertThat(page.locator("#candidates tbody tr").first()).containsText("Elegida");
        Locator excluded = page.locator("#excluded tbody tr");
        assertThat(excluded.filter(new Locator.FilterOptions().setHasText("En pausa o por salir")))
                .not()
                .hasCount(0);
        assertThat(page.locator("main")).not().containsText("tengo una duda");
        assertAccessible(page);
        picture(page, "decision-es");
        page.setViewportSize(390, 844);
        picture(page, "decision-es-390");

        String path = "decision.xhtml?folio=" + folio + "&offer=";
        assertReadableOnAPhone(List.of(path + "1", path + "99"));
        assertThat(page.locator(".empty")).containsText("There is no decision to make again");
        picture(page, "decision-none-en-390");
        page.setViewportSize(1366, 768);
        page.navigate(address(path + "1"));
        picture(page, "decision-en");
        assertThat(page.locator("#verdict")).containsText("decided again");

        RunningCentre.execute(
                "update offer set decision = decision - 'basis' where contact_id = (select id from contact where folio = '"
                        + folio + "')");
        page.navigate(address(path + "1"));
        assertThat(page.locator("#verdict")).hasAttribute("data-verdict", "NOT_ON_RECORD");
        assertThat(page.locator("#excluded")).hasCount(0);
        assertAccessible(page);
        picture(page, "decision-old-en");
    }

    private static void become(String advisor, String body) throws Exception {
        ApiClient.of(RunningCentre.address(""), advisor).call("PUT", "desk/state", "application/json", body);
    }

    private void isOffered(String folio) {
        page.waitForCondition(
                () -> value("select 1 from offer o join contact c on c.id = o.contact_id where o.number = 1"
                                + " and o.decision is not null and c.folio = '" + folio + "'")
                        != null,
                new Page.WaitForConditionOptions().setTimeout(60_000));
    }

    private static String address(String path) {
        return RunningCentre.address(path).toString();
    }

    private static String value(String sql) {
        try (Connection connection = RunningCentre.centre().database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

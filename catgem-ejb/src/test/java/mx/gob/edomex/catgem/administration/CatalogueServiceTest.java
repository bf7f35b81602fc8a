package mx.gob.edomex.catgem.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueServiceTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final AdministrationFixture administration = new AdministrationFixture(persistence, centre);
    private final CatalogueService service = administration.catalogues;

    @BeforeEach
    void signIn() {
        administration.is("supervisora", "supervisor");
    }

    private CatalogueRow row(Catalogue catalogue, String item) {
        return centre.does(() -> administration.rows.one(catalogue, item));
    }

    private Map<String, String> with(Catalogue catalogue, String item, String field, String value) {
        Map<String, String> typed = new LinkedHashMap<>(row(catalogue, item).values());
        typed.put(field, value);
        return typed;
    }

    private void change(Catalogue catalogue, String item, String field, String value) {
        String seen = row(catalogue, item).mark(catalogue);
        Map<String, String> typed = with(catalogue, item, field, value);
        centre.run(() -> service.change(catalogue, item, seen, typed));
    }

    private void refused(String reason, Catalogue catalogue, String item, String field, String value) {
        assertThatThrownBy(() -> change(catalogue, item, field, value))
                .isInstanceOfSatisfying(CatalogueRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    @ParameterizedTest
    @EnumSource
    void everyCatalogueIsReadAndSavedAsItIs(Catalogue catalogue) {
        List<CatalogueRow> rows = centre.does(() -> administration.rows.list(catalogue, ""));
        assertThat(rows).isNotEmpty();
        CatalogueRow first = rows.get(0);
        String before = administration.count();
        centre.run(() -> service.change(catalogue, first.item(), first.mark(catalogue), first.values()));
        assertThat(row(catalogue, first.item())).isEqualTo(first);
        assertThat(administration.count())
                .as("nothing changed, nothing on record")
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "CHANNEL_SETTING, CHAT, misses_allowed, 0, OUT_OF_RANGE",
        "TOPIC, AGUA, agreement_until, mañana, NOT_A_DAY",
        "TOPIC, AGUA, agreement_until, 2027-02-30, NOT_A_DAY",
        "CHANNEL_SETTING, CHAT, misses_allowed, sesenta, NOT_A_NUMBER",
        "CHANNEL_SETTING, CHAT, misses_allowed, -5, NOT_A_NUMBER",
        "CHANNEL_SETTING, CHAT, misses_allowed, '', MISSING",
        "TOPIC, AGUA, name_es, '', MISSING",
        "TEMPLATE, espera:ES, text, Hola {citizen}, PLACE_UNKNOWN",
        "TEMPLATE, saludo:ES, active, false, TEMPLATE_OF_SYSTEM",
        "DISPOSITION, PRANK, active, false, LAST_OF_OUTCOME",
        "DISPOSITION, PRANK, outcome, FUNNY, NOT_AN_OPTION",
        "DISPOSITION, PRANK, topic, NADA, NOT_AN_OPTION",
        "TOPIC, GENERAL, active, false, TOPIC_OF_ENTRY_POINT",
        "SETTING, knowledge.wrong.minutes, value, pronto, NOT_ITS_KIND",
        "SETTING, knowledge.nothing, value, 5, UNKNOWN"
    })
    void whatBreaksARuleIsRefused(Catalogue catalogue, String item, String field, String value, String reason) {
        if (reason.equals("UNKNOWN")) {
            assertThatThrownBy(() -> row(catalogue, item)).isInstanceOf(CatalogueRefused.class);
        } else {
            refused(reason, catalogue, item, field, value);
        }
    }

    @Test
    void aChangeIsOnRecordInCodesAndCanBeUndoneOnce() {
        change(Catalogue.CHANNEL_SETTING, "CHAT", "misses_allowed", "4");
        assertThat(administration.lastEvent())
                .contains(
                        "ADMIN_CATALOGUE_CHANGED",
                        "CHANNEL_SETTING",
                        "CHAT",
                        "misses_allowed.from",
                        "2",
                        "misses_allowed.to",
                        "4");
        change(Catalogue.TOPIC, "AGUA", "name_es", "Agua potable");
        assertThat(administration.lastEvent())
                .contains("\"texts\": \"name_es\"")
                .doesNotContain("potable");
        centre.run(() -> service.undo(Catalogue.TOPIC, "AGUA"));
        assertThat(row(Catalogue.TOPIC, "AGUA").values()).containsEntry("name_es", "Agua y drenaje");
        assertThat(administration.lastEvent()).contains("ADMIN_CATALOGUE_UNDONE");
        assertThatThrownBy(() -> centre.run(() -> service.undo(Catalogue.TOPIC, "AGUA")))
                .isInstanceOf(ChangedMeanwhile.class);
        centre.run(() -> service.undo(Catalogue.CHANNEL_SETTING, "CHAT"));
        assertThat(row(Catalogue.CHANNEL_SETTING, "CHAT").values()).containsEntry("misses_allowed", "2");
    }

    @Test
    void anAgreementEndsWithTheDayTypedInTheCentresTimeZone() {
        change(Catalogue.TOPIC, "AGUA", "agreement_until", "2026-12-31");
        assertThat(row(Catalogue.TOPIC, "AGUA").values()).containsEntry("agreement_until", "2026-12-31");
        assertThat(centre.text("select cast(agreement_until = timestamptz '2027-01-01 06:00Z' as text) from topic"
                        + " where code = 'AGUA'"))
                .isEqualTo("true");
        change(Catalogue.TOPIC, "AGUA", "agreement_until", "");
    }

    @Test
    void aNewTopicIsWarnedOfUntilSomebodyServesIt() {
        Map<String, String> typed =
                new LinkedHashMap<>(Map.of("code", "BOSQUES", "name_es", "Bosques", "name_en", "Forests"));
        assertThat(centre.does(() -> service.add(Catalogue.TOPIC, typed))).isEqualTo("BOSQUES");
        assertThat(centre.does(() -> administration.rules.warnings(Catalogue.TOPIC)))
                .containsEntry("BOSQUES", "TOPIC_UNSERVED");
        assertThatThrownBy(() -> centre.does(() -> service.add(Catalogue.TOPIC, typed)))
                .hasMessageContaining("EXISTS");
        typed.put("code", "bosques");
        assertThatThrownBy(() -> centre.does(() -> service.add(Catalogue.TOPIC, typed)))
                .hasMessageContaining("NOT_A_CODE");
        centre.run(() -> service.undo(Catalogue.TOPIC, "BOSQUES"));
        assertThat(row(Catalogue.TOPIC, "BOSQUES").isActive()).isFalse();
        assertThat(centre.does(() -> administration.rules.warnings(Catalogue.TOPIC)))
                .doesNotContainKey("BOSQUES");
    }

    @Test
    void whoReadAnOlderRowChangesNothing() {
        String seen = row(Catalogue.AUXILIARY_REASON, "MEAL").mark(Catalogue.AUXILIARY_REASON);
        change(Catalogue.AUXILIARY_REASON, "MEAL", "planned_minutes", "45");
        Map<String, String> typed = with(Catalogue.AUXILIARY_REASON, "MEAL", "planned_minutes", "20");
        assertThatThrownBy(() -> centre.run(() -> service.change(Catalogue.AUXILIARY_REASON, "MEAL", seen, typed)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void supportChangesTechnicalCataloguesOnly() {
        administration.is("soporte", "support");
        refused("NOT_YOURS", Catalogue.TOPIC, "SALUD", "name_en", "Health care");
        change(Catalogue.SETTING, "knowledge.wrong.minutes", "value", "20");
        assertThat(administration.lastEvent()).contains("soporte", "knowledge.wrong.minutes");
    }

    @Test
    void aWithdrawnPauseReasonIsNoLongerTaken() {
        change(Catalogue.AUXILIARY_REASON, "FEEDBACK", "active", "false");
        centre.as("asesora03");
        assertThatThrownBy(() -> centre.run(
                        () -> centre.presence.become(mx.gob.edomex.catgem.workforce.Presence.AUXILIARY, "FEEDBACK")))
                .isInstanceOf(mx.gob.edomex.catgem.workforce.ReasonRequired.class);
    }

    @Test
    void theHistoryOfChangesIsReadByItem() {
        change(Catalogue.AGENCY, firstAgency(), "phone", "722 276 0000");
        String agency = firstAgency();
        List<Change> lines = centre.does(() -> administration.changes.list("", "AGENCY", agency, "", 0));
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).what()).containsEntry("texts", "phone");
        assertThat(lines.get(0).staffName()).isEqualTo("Leonor Peñaloza Zepeda");
    }

    private String firstAgency() {
        return centre.text("select min(code) from agency");
    }
}

package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.contact.ReadingFixture.Given;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.evidence.TimelineEntry;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactQueriesTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final ReadingFixture reading = new ReadingFixture(persistence);

    @BeforeEach
    void people() {
        reading.advisor("asesora01");
        reading.advisor("asesora02");
    }

    @Test
    void aFolioIsFoundHoweverItWasTyped() {
        Folio folio = given(contact -> {});

        assertThat(folios(everything()
                        .withText(
                                folio.value().toLowerCase(java.util.Locale.ROOT).replace("-", " "))))
                .containsExactly(folio.value());
    }

    @Test
    void wordsAreFoundWithoutAccentsInAnyOrderAndByTheirBeginning() {
        String mark = "zz" + System.nanoTime();
        Folio folio = given(contact -> contact.says = "Extravié mi LICENCIA en Ñapinda " + mark);

        assertThat(folios(everything().withText("licencia extravie " + mark))).containsExactly(folio.value());
        assertThat(folios(everything().withText(mark.substring(0, 8) + " licen")))
                .contains(folio.value());
        assertThat(folios(everything().withText("napinda " + mark))).isEmpty();
        assertThat(folios(everything().withText("ñapinda " + mark))).containsExactly(folio.value());
        assertThat(folios(everything().withText("pasaporte " + mark))).isEmpty();
    }

    @Test
    void whatLooksLikeAQueryIsOnlyText() {
        for (String hostile :
                List.of("' or 1=1 --", "a & | ! ( <-> :*", "%", "\\", "'); drop table contact; --", "🙂")) {
            assertThat(persistence.inTransaction(
                            () -> reading.contacts.count(everything().withText(hostile))))
                    .as(hostile)
                    .isZero();
        }
    }

    @Test
    void aMatterFindsAllItsContacts() {
        UUID matter = UUID.randomUUID();
        Folio one = given(contact -> contact.matter = matter);
        Folio two = given(contact -> contact.matter = matter);
        given(contact -> {});

        assertThat(folios(everything().withText(matter.toString())))
                .containsExactlyInAnyOrder(one.value(), two.value());
        assertThat(card(one).sameMatter()).extracting(ContactLine::folio).containsExactly(two.value());
    }

    @Test
    void filtersCombine() {
        Instant created = Instant.parse("2025-07-01T12:00:00Z");
        Folio wanted = given(contact -> {
            contact.created = created;
            contact.channel = Channel.EMAIL;
            contact.topic = "PREDIAL";
            contact.state = "IN_PROGRESS";
            contact.advisor = "asesora02";
            contact.connected = created.plusSeconds(60);
        });
        given(contact -> {
            contact.created = created;
            contact.channel = Channel.EMAIL;
            contact.topic = "PREDIAL";
        });

        assertThat(folios(new ContactFilter(
                        "IN_PROGRESS",
                        Channel.EMAIL,
                        "PREDIAL",
                        "asesora02",
                        null,
                        created,
                        created.plusSeconds(1),
                        null,
                        10)))
                .containsExactly(wanted.value());
        assertThat(folios(new ContactFilter(null, null, null, null, null, created, created.plusSeconds(1), null, 10)))
                .hasSize(2);
        assertThat(folios(new ContactFilter(
                        ContactFilter.OPEN, null, null, "asesora02", null, created, created.plusSeconds(1), null, 10)))
                .containsExactly(wanted.value());
    }

    @Test
    void theLastSecondOfADayAndItsMidnightFallInDifferentLocalDays() {
        ZoneId zone = ZoneId.of("America/Mexico_City");
        Folio late = given(contact -> contact.created = Instant.parse("2025-05-11T05:59:59Z"));
        Folio midnight = given(contact -> contact.created = Instant.parse("2025-05-11T06:00:00Z"));

        assertThat(folios(ofDay(new LocalDay(LocalDate.of(2025, 5, 10), zone)))).containsExactly(late.value());
        assertThat(folios(ofDay(new LocalDay(LocalDate.of(2025, 5, 11), zone)))).containsExactly(midnight.value());
    }

    @Test
    void pagesShowEachContactOnceEvenWhenManyWereCreatedInTheSameInstant() {
        Instant created = Instant.parse("2025-06-01T12:00:00Z");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            int n = i;
            made.add(given(contact -> contact.created = created.plusSeconds(n / 4))
                    .value());
        }
        ContactFilter filter =
                new ContactFilter(null, null, null, null, null, created, created.plusSeconds(10), null, 3);

        List<String> seen = new ArrayList<>();
        int pages = 0;
        String cursor = null;
        do {
            ContactFilter page = filter.after(cursor);
            ContactPage read = persistence.inTransaction(() -> reading.contacts.list(page, Language.ES));
            read.lines().forEach(line -> seen.add(line.folio()));
            cursor = read.nextCursor();
            pages++;
        } while (cursor != null);

        assertThat(pages).isEqualTo(3);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
        assertThat(persistence.inTransaction(() -> reading.contacts.count(filter)))
                .isEqualTo(7);
    }

    @Test
    void aMadeUpCursorIsRefused() {
        for (String bad : List.of("x", "AAAA", "MTIz", "'--")) {
            assertThatThrownBy(() -> persistence.inTransaction(
                            () -> reading.contacts.list(everything().after(bad), Language.ES)))
                    .as(bad)
                    .isInstanceOf(CursorInvalid.class);
        }
    }

    @Test
    void anAdvisorFindsOnlyWhatTheyAttended() {
        Instant at = ReadingFixture.NOW.minusSeconds(100);
        Folio mine = given(contact -> {
            contact.advisor = "asesora01";
            contact.state = "CLOSED";
            contact.connected = at;
        });
        Folio hers = given(contact -> {
            contact.advisor = "asesora02";
            contact.state = "IN_PROGRESS";
            contact.connected = at;
        });
        Folio waiting = given(contact -> {});
        reading.caller.is("asesora01", "advisor");

        assertThat(folios(everything())).contains(mine.value()).doesNotContain(hers.value(), waiting.value());
        assertThat(card(mine).contact().folio()).isEqualTo(mine.value());
        assertThatThrownBy(() -> card(hers)).isInstanceOf(ContactUnknown.class);
        assertThatThrownBy(() -> card(waiting)).isInstanceOf(ContactUnknown.class);
    }

    @Test
    void anAdvisorSeesOthersContactsOfAMatterOnlyWhileAttendingOneOfIt() {
        Instant at = ReadingFixture.NOW.minusSeconds(100);
        UUID matter = UUID.randomUUID();
        Consumer<Given> hers = contact -> {
            contact.matter = matter;
            contact.advisor = "asesora02";
            contact.state = "CLOSED";
            contact.connected = at;
        };
        Folio past = given(hers.andThen(contact -> contact.advisor = "asesora01"));
        Folio other = given(hers);
        reading.caller.is("asesora01", "advisor");
        assertThat(card(past).sameMatter()).isEmpty();

        Folio open = given(hers.andThen(contact -> {
            contact.advisor = "asesora01";
            contact.state = "IN_PROGRESS";
        }));
        assertThat(card(open).sameMatter())
                .extracting(ContactLine::folio)
                .containsExactlyInAnyOrder(past.value(), other.value());
        assertThat(card(past).sameMatter()).extracting(ContactLine::folio).containsExactly(open.value());

        reading.caller.is("coordinadora1", "coordinator");
        assertThat(card(past).sameMatter()).hasSize(2);
    }

    @Test
    void whoAttendedDoesNotFindOutWhoListened() {
        Folio folio = given(contact -> contact.advisor = "asesora01");
        ContactId id = new ContactId(card(folio).contact().id());
        persistence.inTransaction(() -> persistence
                .wire(new EventLedger(), Clock.systemUTC())
                .fact(
                        id,
                        Listening.EVENT,
                        new Actor("coordinadora1", "coordinator", Source.SCREEN),
                        ReadingFixture.NOW,
                        null,
                        Map.of()));
        reading.caller.is("asesora01", "advisor");
        assertThat(card(folio).timeline()).extracting(TimelineEntry::code).doesNotContain(Listening.EVENT);
        reading.caller.is("coordinadora2", "coordinator");
        assertThat(card(folio).timeline()).extracting(TimelineEntry::code).contains(Listening.EVENT);
    }

    @Test
    void anAuditorSeesNoPersonalDataUntilUnmaskedWithAReasonAndEachLookIsOnRecord() {
        Folio folio = given(contact -> {});
        assertThat(card(folio).conversation().get(0).text()).contains("Perdí mi licencia");
        assertThat(card(folio).citizen().email()).isEqualTo("invencion@example.org");
        assertThat(reading.facts("FOLIO_READ", folio)).isZero();

        reading.caller.is("auditora", "auditor");
        FolioCard masked = card(folio);

        assertThat(masked.masked()).isTrue();
        assertThat(masked.toString()).doesNotContain("licencia", "Invención", "example.org");
        assertThat(reading.facts("FOLIO_READ", folio)).isEqualTo(1);

        FolioCard open =
                persistence.inTransaction(() -> reading.contacts.unmasked(folio, UnmaskReason.COMPLAINT, Language.ES));

        assertThat(open.masked()).isFalse();
        assertThat(open.conversation().get(0).text()).contains("Perdí mi licencia");
        assertThat(open.timeline())
                .anySatisfy(entry -> assertThat(entry.code() + entry.reason()).isEqualTo("FOLIO_UNMASKEDCOMPLAINT"));
    }

    @Test
    void withoutAReasonNothingIsUnmasked() {
        Folio folio = given(contact -> {});
        reading.caller.is("auditora", "auditor");

        assertThatThrownBy(() -> persistence.inTransaction(() -> reading.contacts.unmasked(folio, null, Language.ES)))
                .isInstanceOf(UnmaskingNeedsAReason.class);
    }

    @Test
    void anAuditorFindsAContactByItsFolioAndNotByWhatWasSaidInIt() {
        Folio folio = given(contact -> {});
        assertThat(found("licencia")).contains(folio.value());

        reading.caller.is("auditora", "auditor");

        assertThat(found("licencia")).isEmpty();
        assertThat(found(folio.value())).containsExactly(folio.value());
    }

    private List<String> found(String text) {
        ContactFilter filter = new ContactFilter(null, null, null, null, text, null, null, null, 50);
        List<String> folios =
                persistence.inTransaction(() -> reading.contacts.list(filter, Language.ES)).lines().stream()
                        .map(ContactLine::folio)
                        .toList();
        assertThat(persistence.inTransaction(() -> reading.contacts.count(filter)))
                .isEqualTo(folios.size());
        return folios;
    }

    @Test
    void aSensitiveMessageIsNotShownToASupervisor() throws Exception {
        Folio folio = given(contact -> {});
        persistence
                .database()
                .execute("update message set sensitive = true where contact_id ="
                        + " (select id from contact where folio = '" + folio + "')");

        assertThat(card(folio).conversation().get(0).sensitive()).isTrue();
        assertThat(card(folio).conversation().get(0).text()).isNull();
    }

    @Test
    void whoAttendedIsNotToldThatTheSurveyWasAnsweredWhateverOtherRoleTheyHave() throws Exception {
        reading.advisor("asesora01");
        Folio folio = given(contact -> {
            contact.state = "CLOSED";
            contact.advisor = "asesora01";
            contact.outcome = "RESOLVED";
        });
        persistence
                .database()
                .execute("insert into event (kind, code, contact_id, source, reason, at, app_clock)"
                        + " select 'SYSTEM', 'SURVEY_ANSWERED', id, 'CHAT', 'S1', now(), now() from contact"
                        + " where folio = '" + folio + "'");

        reading.caller.is("asesora01", "advisor", "coordinator");
        assertThat(card(folio).timeline()).noneMatch(entry -> entry.code().equals("SURVEY_ANSWERED"));
        reading.caller.is("coordinadora1", "coordinator");
        assertThat(card(folio).timeline()).anyMatch(entry -> entry.code().equals("SURVEY_ANSWERED"));
        reading.caller.is("maquina", "integration");
        assertThat(card(folio).timeline()).noneMatch(entry -> entry.code().equals("SURVEY_ANSWERED"));
    }

    @Test
    void theTwoTimesThatAreJudgedStartWhereTheDomainSays() {
        Instant created = ReadingFixture.NOW.minusSeconds(500);
        Folio folio = given(contact -> {
            contact.created = created;
            contact.state = "IN_PROGRESS";
            contact.advisor = "asesora01";
            contact.connected = created.plusSeconds(70);
            contact.delivered = created.plusSeconds(190);
        });

        FolioCard.Clocks clocks = card(folio).clocks();

        assertThat(clocks.waited()).isEqualTo(Duration.ofSeconds(70));
        assertThat(clocks.waitInTarget()).isFalse();
        assertThat(clocks.answer()).isEqualTo(Duration.ofMinutes(2));
        assertThat(clocks.answerInTime()).isTrue();
        assertThat(card(folio).version().procedure()).isEqualTo("AVC");
    }

    private Folio given(Consumer<Given> described) {
        Given contact = new Given();
        described.accept(contact);
        return reading.contact(contact);
    }

    private static ContactFilter everything() {
        return ContactFilter.everything(200);
    }

    private static ContactFilter ofDay(LocalDay day) {
        return new ContactFilter(null, null, null, null, null, day.start(), day.end(), null, 50);
    }

    private List<String> folios(ContactFilter filter) {
        return persistence.inTransaction(() -> reading.contacts.list(filter, Language.ES)).lines().stream()
                .map(ContactLine::folio)
                .toList();
    }

    private FolioCard card(Folio folio) {
        return persistence.inTransaction(() -> reading.contacts.card(folio, Language.ES));
    }
}

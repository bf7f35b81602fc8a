package mx.gob.edomex.catgem.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.routing.RuleBook;
import mx.gob.edomex.catgem.routing.VirtualCentre.Silence;
import mx.gob.edomex.catgem.rules.Drafting;
import mx.gob.edomex.catgem.rules.RuleDrafts;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.PastStaffing;
import mx.gob.edomex.catgem.workforce.PresenceHistory;
import mx.gob.edomex.catgem.workforce.SkillBook;
import mx.gob.edomex.catgem.workforce.SkillBook.Profile;
import mx.gob.edomex.catgem.workforce.Skills.Kind;
import mx.gob.edomex.catgem.workforce.Skills.Skill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A morning that really happened, read from the ledger as a day to replay. */
class PastDaysTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

    private final CentreFixture centre = new CentreFixture(persistence);
    private final Installation installation = persistence.wire(new Installation());
    private final PastDays days = persistence.wire(
            new PastDays(),
            persistence.wire(new PresenceHistory()),
            persistence.wire(new SkillBook()),
            persistence.wire(new PastStaffing(), installation),
            installation,
            centre.time);

    private void after(int seconds) {
        centre.time.pass(Duration.ofSeconds(seconds));
    }

    @Test
    void whatHappenedIsReadAndComesOutTheSameWhenReplayed() {
        LocalDate date = LocalDate.now(ZONE).plusDays(1);
        centre.time.pass(Duration.between(
                centre.time.instant(), date.atTime(LocalTime.of(10, 0)).atZone(ZONE)));
        centre.available("asesora01");
        after(60);
        // Refused after 4 s by one, accepted after 3 s by another; attended for 100 s, after-call work included.
        ContactId chat = centre.aQueued(Channel.CHAT, Priority.NORMAL, "GENERAL", centre.time.instant());
        OfferId refused = centre.offer(chat, "asesora01").orElseThrow();
        after(4);
        centre.as("asesora01");
        centre.run(() -> centre.offers.reject(refused, "OTHER"));
        centre.available("asesora02");
        OfferId offer = centre.offer(chat, "asesora02").orElseThrow();
        after(3);
        centre.as("asesora02");
        centre.run(() -> centre.offers.accept(offer));
        after(100);
        // Nobody took it: the citizen left after 50 s.
        ContactId left = centre.aQueued(Channel.CHAT, Priority.HIGH, "AGUA", centre.time.instant());
        after(50);
        centre.run(() -> centre.endings.citizenLeft(left, Actor.citizen(Source.CHAT)));
        after(60);
        PastDay day = centre.does(() -> days.read(date));
        assertThat(day.contacts()).hasSize(2);
        PastContact first = day.contacts().get(0);
        assertThat(first.at()).isEqualTo(Duration.ofHours(10).plusSeconds(60));
        assertThat(first.refused()).containsExactly(Duration.ofSeconds(4));
        assertThat(first.ring()).isEqualTo(Duration.ofSeconds(3));
        assertThat(first.accepted()).isEqualTo(Duration.ofSeconds(7));
        assertThat(first.advisor()).isEqualTo("asesora02");
        assertThat(first.serviceClass().key()).isEqualTo("ES.GENERAL.CHAT.NORMAL");
        assertThat(first.service()).as("still in hand").isEqualTo(Duration.ofSeconds(210));
        PastContact second = day.contacts().get(1);
        assertThat(second.abandoned()).isEqualTo(Duration.ofSeconds(50));
        assertThat(second.accepted()).isNull();
        assertThat(day.stays())
                .anyMatch(stay -> stay.username().equals("asesora01")
                        && stay.span().from().equals(day.start().plus(Duration.ofHours(10))));
        assertThat(centre.does(days::known)).anyMatch(known -> known.date().equals(date) && known.contacts() == 2);
        DayReplay replay = new DayReplay(
                day,
                centre.does(() -> persistence.wire(new RuleBook()).version(1)).orElseThrow(),
                1);
        assertThat(replay.asItWas().all().abandoned()).isOne();
    }

    /** Silent for 60 s after 200 s of a chat; a mail of 300 s in hand, 100 of which it was interrupted for the chat. */
    @Test
    void silencesAndInterruptionsAreReadFromTheLedger() {
        LocalDate date = LocalDate.now(ZONE).plusDays(3);
        centre.time.pass(Duration.between(
                centre.time.instant(), date.atTime(LocalTime.of(10, 0)).atZone(ZONE)));
        centre.available("asesora05");
        ContactId chat = centre.aQueued(Channel.CHAT, Priority.NORMAL, "GENERAL", centre.time.instant());
        OfferId offer = centre.offer(chat, "asesora05").orElseThrow();
        centre.as("asesora05");
        centre.run(() -> centre.offers.accept(offer));
        after(20);
        centre.run(() -> centre.desk.awaitCitizen(chat));
        after(180);
        centre.run(() -> centre.silences.proceed(chat));
        after(60);
        centre.says(chat, "Sigo aquí");
        after(10);
        centre.as("asesora05");
        centre.run(() -> centre.desk.close(chat, "INFORMATION_GIVEN"));
        ContactId mail = centre.aQueued(Channel.EMAIL, Priority.NORMAL, "GENERAL", centre.time.instant());
        OfferId mailOffer = centre.offer(mail, "asesora05").orElseThrow();
        centre.run(() -> centre.offers.accept(mailOffer));
        after(50);
        ContactId call = centre.aQueued(Channel.PHONE, Priority.NORMAL, "GENERAL", centre.time.instant());
        long lease = centre.lease();
        Match match = new Match(call, 1, "asesora05", List.of(mail), null, null);
        OfferId callOffer = centre.does(() -> centre.dispatch.offer(List.of(match), lease))
                .made()
                .get(0)
                .offer();
        after(100);
        centre.run(() -> centre.offers.reject(callOffer, "OTHER_TOPIC"));
        after(150);
        centre.run(() -> centre.desk.close(mail, "INFORMATION_GIVEN"));
        PastDay day = centre.does(() -> days.read(date));
        PastContact silent = day.contacts().get(0);
        assertThat(silent.service()).isEqualTo(Duration.ofSeconds(270));
        assertThat(silent.silences()).containsExactly(new Silence(Duration.ofSeconds(200), Duration.ofSeconds(60)));
        assertThat(day.contacts().get(1).service())
                .as("without the interruption")
                .isEqualTo(Duration.ofSeconds(200));
    }

    @Test
    void skillsAreThoseOfTheDay() throws SQLException {
        LocalDate date = LocalDate.now(ZONE).minusDays(5);
        learned(date.minusDays(1), "1:-:-");
        learned(date, "4:-:-");
        learned(date.plusDays(1), "5:-:-");
        PastDay day = centre.does(() -> days.read(date));
        Profile before = day.staff().stream()
                .filter(one -> one.username().equals("asesora09"))
                .findFirst()
                .orElseThrow();
        assertThat(before.list()).containsExactly(new Skill(Kind.TOPIC, "AGUA", 1, null, null));
        assertThat(day.learned())
                .filteredOn(one -> one.username().equals("asesora09"))
                .extracting(one -> one.skills().level(Kind.TOPIC, "AGUA", one.at()))
                .containsExactly(1, 4);
        assertThat(day.staff())
                .as("of whom nothing is on record of the day: what they can today")
                .filteredOn(one -> one.username().equals("asesora10"))
                .allMatch(one -> one.list().size() > 1);
    }

    private static void learned(LocalDate date, String skill) throws SQLException {
        persistence
                .database()
                .execute(
                        "insert into event (kind, code, source, refs, at, app_clock) values ('SYSTEM', 'SKILLS', 'SYSTEM', '"
                                + "{\"advisor\": \"asesora09\", \"TOPIC.AGUA\": \"" + skill + "\"}', '"
                                + date.atTime(11, 0).atZone(ZONE).toInstant() + "', now())");
    }

    /** In the background's order, without a server: started, carried out, kept, and a step of the draft's procedure. */
    @Test
    void aReplayIsKeptWithItsResultAndIsAStepOfTheDraft() {
        CurrentStaff staff = new CurrentStaff() {
            @Override
            public String username() {
                return "coordinadora1";
            }

            @Override
            public boolean has(String role) {
                return role.equals("coordinator");
            }
        };
        RuleBook book = persistence.wire(new RuleBook());
        ReplayRows rows = persistence.wire(new ReplayRows());
        RuleDrafts drafts = Drafting.drafts(persistence, staff, centre.time);
        ReplayRunner runner = persistence.wire(
                new ReplayRunner(),
                rows,
                days,
                persistence.wire(new SkillBook()),
                book,
                drafts,
                installation,
                centre.time);
        Replays replays =
                persistence.wire(new Replays(), rows, book, drafts, days, staff, centre.time, Drafting.silent());
        var draft = centre.does(() -> drafts.open(1));
        var cancelled = centre.does(() -> replays.start(new Replays.Day(null, 400, 3), draft));
        centre.run(() -> replays.cancel(cancelled));
        centre.run(() -> runner.carryOut(cancelled));
        assertThat(centre.does(() -> replays.one(cancelled)).state()).isEqualTo(RuleReplay.State.CANCELLED);
        var id = centre.does(() -> replays.start(new Replays.Day(null, 400, 3), draft));
        centre.run(() -> runner.carryOut(id));
        RuleReplay done = centre.does(() -> replays.one(id));
        assertThat(done.state()).isEqualTo(RuleReplay.State.DONE);
        assertThat(done.result().past().all().offered()).isEqualTo(400);
        assertThat(done.result().base())
                .as("the draft changes nothing")
                .isEqualTo(done.result().proposed());
        assertThat(centre.text("select count(*) from event where code = 'REPLAY' and execution_id = '" + draft + "'"))
                .isEqualTo("1");
    }
}

package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Beat;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.Occupancies;
import mx.gob.edomex.catgem.workforce.Skills;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SoftphonesTest {

    private static final String ADVISOR = "asesora01";

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final FakeAri exchange = new FakeAri();
    private final CentreFixture centre = new CentreFixture(persistence);
    private final Softphones softphones = persistence.wire(new Softphones(), centre.time);
    private final SoftphoneService service = persistence.wire(new SoftphoneService(), softphones, staff());
    private final SoftphoneSweep sweep = persistence.wire(new SoftphoneSweep(), softphones, new Beat(null) {
        @Override
        public void every(Duration pause, Runnable work) {}
    });

    private static CurrentStaff staff() {
        return new CurrentStaff() {
            @Override
            public String username() {
                return ADVISOR;
            }
        };
    }

    @BeforeEach
    void open() {
        service.settings = exchange.settings();
        sweep.settings = exchange.settings();
        sweep.begin();
        centre.available(ADVISOR);
    }

    @AfterEach
    void close() {
        centre.run(softphones::chooseDesksForAll);
        exchange.down(false);
        sweeps();
        exchange.close();
    }

    @Test
    void thePageThatAskedLastHasTheAccountAndTheExchangeForgetsTheEarlierOne() {
        SoftphoneAccount earlier = begins();
        SoftphoneAccount later = begins();
        assertThat(later.name()).isNotEqualTo(earlier.name()).doesNotContain(ADVISOR);
        assertThat(isUsed(earlier, ADVISOR)).isFalse();
        assertThat(isUsed(later, ADVISOR)).isTrue();
        sweeps();
        assertThat(exchange.configured.keySet())
                .containsExactlyInAnyOrder("endpoint/" + later.name(), "aor/" + later.name(), "auth/" + later.name());
    }

    @Test
    void anAccountIsNobodyElses() {
        assertThat(isUsed(begins(), "asesora02")).isFalse();
    }

    @Test
    void anAccountEndsWithItsSession() {
        SoftphoneAccount account = begins();
        centre.run(() -> softphones.end(account.name()));
        sweeps();
        assertThat(isUsed(account, ADVISOR)).isFalse();
        assertThat(exchange.configured).isEmpty();
    }

    @Test
    void aPageThatGoesWithoutAWordLosesItsAccount() {
        SoftphoneAccount account = begins();
        centre.time.pass(Softphones.UNUSED.minusSeconds(1));
        assertThat(isUsed(account, ADVISOR)).isTrue();
        centre.time.pass(Softphones.UNUSED.minusSeconds(1));
        sweeps();
        assertThat(exchange.configured).isNotEmpty();
        centre.time.pass(Duration.ofSeconds(2));
        sweeps();
        assertThat(exchange.configured).isEmpty();
    }

    @Test
    void noAccountOutlivesTheLongestShift() {
        SoftphoneAccount account = begins();
        centre.time.pass(Softphones.SHIFT.plusSeconds(1));
        assertThat(isUsed(account, ADVISOR)).isTrue();
        sweeps();
        assertThat(isUsed(account, ADVISOR)).isFalse();
        assertThat(exchange.configured).isEmpty();
    }

    @Test
    void advisorsOfForgottenAccountsAreLockedInTheOrderOfTheirNames() throws Exception {
        for (String advisor : List.of("asesora03", "asesora02")) {
            String name = does(() -> softphones.begin(advisor));
            centre.run(() -> softphones.ready(name, advisor, true));
        }
        centre.time.pass(Softphones.UNUSED.plusSeconds(1));
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Connection first = persistence.database().connection()) {
            first.setAutoCommit(false);
            lock(first, "asesora02");
            Future<?> ended = pool.submit(() -> centre.run(softphones::endForgotten));
            while (persistence
                    .database()
                    .value("select count(*) from pg_locks where not granted")
                    .equals("0")) {
                Thread.onSpinWait();
            }
            assertThatCode(() -> lock(first, "asesora03"))
                    .as("who waits for the first has not locked the second")
                    .doesNotThrowAnyException();
            first.rollback();
            ended.get();
        } finally {
            pool.shutdownNow();
        }
        assertThat(over()).hasSize(2);
    }

    private static void lock(Connection connection, String advisor) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1 from advisor where username = '" + advisor + "' for no key update nowait");
        }
    }

    @Test
    void whatIsOverWhileTheExchangeIsAwayIsTakenBackLater() {
        SoftphoneAccount account = begins();
        exchange.refuse("/endpoint/", 503);
        centre.run(() -> softphones.end(account.name()));
        sweeps();
        assertThat(exchange.configured).isNotEmpty();
        exchange.obey();
        sweeps();
        assertThat(exchange.configured).isEmpty();
        assertThat(over()).isEmpty();
    }

    @Test
    void pagesThatAskAgainWhileTheExchangeIsAwayLeaveNothingBehind() {
        SoftphoneAccount account = begins();
        exchange.down(true);
        centre.run(() -> assertThatThrownBy(service::begin).isInstanceOf(TelephoneAway.class));
        centre.run(() -> assertThatThrownBy(service::begin).isInstanceOf(TelephoneAway.class));
        assertThat(names()).isEqualTo(account.name());
        assertThat(this.<Boolean>does(service::isChosen)).isTrue();
    }

    @Test
    void anExchangeThatIsAwayIsAskedOnceARound() {
        begins();
        begins();
        begins();
        centre.run(softphones::chooseDesksForAll);
        exchange.refuse("/endpoint/", 503);
        exchange.commands.clear();
        sweeps();
        assertThat(exchange.commands).hasSize(1);
        exchange.obey();
        sweeps();
        assertThat(exchange.configured).isEmpty();
        assertThat(over()).isEmpty();
    }

    @Test
    void anAccountThatTheExchangeKeepsHoldsUpNoOther() {
        SoftphoneAccount kept = begins();
        begins();
        centre.run(softphones::chooseDesksForAll);
        exchange.refuse("/endpoint/" + kept.name(), 400);
        sweeps();
        assertThat(over()).containsExactly(kept.name());
        exchange.obey();
    }

    @Test
    void whereTheExchangeRefusesNoAccountIsLeftAndNoCallIsOffered() {
        exchange.refuse("/endpoint/", 400);
        centre.run(() -> assertThatThrownBy(service::begin).isInstanceOf(TelephoneAway.class));
        assertThat(attendsCalls()).isFalse();
        exchange.obey();
        sweeps();
        assertThat(exchange.configured).isEmpty();
    }

    @Test
    void theSecretIsKnownToThePageAndTheExchangeOnly() {
        List<String> logged = new ArrayList<>();
        Handler handler = listening(logged);
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(handler);
        try {
            SoftphoneAccount account = begins();
            assertThat(exchange.configured.get("auth/" + account.name())).contains(account.secret());
            assertThat(account.toString()).doesNotContain(account.secret());
            assertThat(exchange.commands).noneMatch(command -> command.contains(account.secret()));
            assertThat(centre.text("select string_agg(cast(s as text), ' ') from softphone s"))
                    .contains(account.name())
                    .doesNotContain(account.secret());

            exchange.refuse("/endpoint/", 403);
            centre.run(() -> assertThatThrownBy(service::begin).isInstanceOf(TelephoneAway.class));
            List<String> secrets = exchange.configured.values().stream()
                    .filter(body -> body.contains("password"))
                    .map(body -> body.replaceAll("(?s).*\"password\",\"value\":\"([^\"]+)\".*", "$1"))
                    .toList();
            assertThat(secrets).hasSize(2).contains(account.secret());
            assertThat(logged).isNotEmpty();
            assertThat(String.join("\n", logged)).doesNotContain(secrets);
        } finally {
            root.removeHandler(handler);
            root.setLevel(before);
            exchange.obey();
        }
    }

    private static Handler listening(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage() + " " + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void callsAreOfferedOnlyWhileTheyWouldBeHeard() {
        assertThat(attendsCalls()).isTrue();
        SoftphoneAccount account = begins();
        assertThat(attendsCalls()).isFalse();
        ready(account, true);
        assertThat(attendsCalls()).isTrue();
        assertThat(noted()).contains("CHANNEL.PHONE");
        ready(account, false);
        assertThat(attendsCalls()).isFalse();
        assertThat(noted()).contains("CHANNEL.CHAT").doesNotContain("CHANNEL.PHONE");
    }

    @Test
    void whoPrefersTheTelephoneOnTheDeskIsCalledThereAndNowhereElse() {
        assertThat(telephone()).isEqualTo(ADVISOR);
        SoftphoneAccount account = begins();
        assertThat(telephone()).isEqualTo("PJSIP/" + account.name());
        centre.run(() -> softphones.end(account.name()));
        assertThat(telephone()).isEqualTo("PJSIP/" + Softphones.NONE);
        SoftphoneAccount another = begins();
        centre.run(() -> service.choose(false));
        assertThat(telephone()).isEqualTo(ADVISOR);
        assertThat(isUsed(another, ADVISOR)).isFalse();
        assertThat(attendsCalls()).isTrue();
    }

    @Test
    void withoutAWayForBrowsersEverybodyHasTheTelephoneOnTheDesk() {
        begins();
        PbxSettings settings = exchange.settings();
        sweep.settings = service.settings = new PbxSettings(
                settings.url(),
                settings.user(),
                settings.password(),
                settings.application(),
                settings.endpoint(),
                null,
                null);
        centre.run(sweep::begin);
        assertThat(telephone()).isEqualTo(ADVISOR);
        assertThat(attendsCalls()).isTrue();
        centre.run(() -> assertThatThrownBy(service::begin).isInstanceOf(TelephoneAway.class));
        assertThat(this.<Boolean>does(service::isChosen)).isFalse();
    }

    @Test
    void accountsOfAWholeShiftTakeNoMoreThreadsThanOne() {
        begins();
        long threads = threadsOfClients();
        for (int i = 0; i < 5; i++) {
            begins();
        }
        sweeps();
        assertThat(threadsOfClients()).isLessThanOrEqualTo(threads);
    }

    private static long threadsOfClients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("HttpClient-\\d+-SelectorManager"))
                .count();
    }

    private SoftphoneAccount begins() {
        return does(service::begin);
    }

    private boolean isUsed(SoftphoneAccount account, String advisor) {
        return does(() -> softphones.used(account.name(), advisor));
    }

    private void ready(SoftphoneAccount account, boolean ready) {
        centre.run(() -> service.ready(account.name(), ready));
    }

    private void sweeps() {
        centre.run(sweep::sweep);
    }

    private List<String> over() {
        return does(softphones::over);
    }

    private String names() {
        return centre.text("select string_agg(name, ' ') from softphone");
    }

    private String telephone() {
        return does(() -> softphones.telephoneOf(ADVISOR));
    }

    private boolean attendsCalls() {
        return does(() -> centre.staffing.atWork(Occupancies.NONE)).stream()
                .filter(advisor -> advisor.username().equals(ADVISOR))
                .anyMatch(advisor -> advisor.skills().has(Skills.Kind.CHANNEL, Channel.PHONE.name()));
    }

    private String noted() {
        return centre.text("select cast(refs as text) from event where code = 'SKILLS' and refs ->> 'advisor' = '"
                + ADVISOR + "' order by id desc limit 1");
    }

    private <T> T does(Callable<T> work) {
        return persistence.inTransaction(work);
    }
}

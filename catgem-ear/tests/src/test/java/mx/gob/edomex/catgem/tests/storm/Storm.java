package mx.gob.edomex.catgem.tests.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.launcher.traffic.Traffic;
import mx.gob.edomex.catgem.tests.faults.AccountingOracle;
import mx.gob.edomex.catgem.tests.faults.FaultFigures;

/**
 * A centre at work under blows: people come by mail and chat, robots answer them by the desk interface, a program hands
 * contacts over. After each blow the books are added up with all that goes on, and at the end when nothing does.
 */
final class Storm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** By mail and chat; the probe hands over one a second besides, and ten robots answer them all on two busy cores. */
    private static final String CONTACTS_AN_HOUR = System.getProperty("catgem.faults.traffic", "1200");

    /** People come and answer more slowly after a restart, and on a machine that has other work. */
    private static final Duration WARM_UP = Duration.ofMinutes(4);

    private final StormCentre centre;
    private final Blows blows;
    private final Promises promises = new Promises();
    private final Traffic traffic;
    private final Probe probe;
    private final Instant begun = Instant.now();
    private int struck;

    /** @param seed of how people behave */
    Storm(StormCentre centre, long seed) {
        this.centre = centre;
        Properties people = new Properties();
        people.setProperty("catgem.traffic", CONTACTS_AN_HOUR);
        people.setProperty("catgem.traffic.shape", "flat");
        people.setProperty("catgem.traffic.seed", Long.toString(seed));
        people.setProperty("catgem.traffic.advisors", "10");
        people.setProperty("catgem.traffic.haste", "8");
        traffic = Traffic.begin(centre.server(), centre.address(), people, promises);
        probe = Probe.begin(centre.program(), promises, "storm" + seed);
        blows = new Blows(centre, probe);
    }

    void strike(Blow blow) throws SQLException, IOException, InterruptedException {
        awaitWork();
        TimeUnit.MILLISECONDS.sleep(blow.delayMillis());
        blows.strike(blow);
        double gap = probe.gap(PATIENCE);
        System.out.printf(
                "blow %d, %s, at second %d: a contact is taken again after %.1f s%n",
                ++struck, blow, Duration.between(begun, Instant.now()).toSeconds(), gap);
        FaultFigures.measured("faults.gap." + blow.kind().name().toLowerCase(Locale.ROOT), gap, "s", Blow.BAR);
        List<String> arrived = centre.column("select contact_id from arrival where not opened");
        centre.await("what had arrived is opened", () -> !isAnyUnopened(arrived));
        assertThat(findings(false)).as("after " + blow).isEmpty();
    }

    private boolean isAnyUnopened(List<String> arrived) throws SQLException {
        return centre.column("select contact_id from arrival where not opened").stream()
                .anyMatch(arrived::contains);
    }

    /** A blow on an idle centre proves little, so this waits until some are attended and something was promised. */
    private void awaitWork() throws SQLException, InterruptedException {
        int before = promises.size();
        Instant limit = Instant.now().plus(WARM_UP);
        while (promises.size() < before + 10
                || centre.number("select count(*) from contact where state = 'IN_PROGRESS'") < 3) {
            if (Instant.now().isAfter(limit)) {
                throw tooLittleWork();
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** A matcher that offers nothing for a minute is the centre's fault; people that are too slow are the machine's. */
    private HarnessFault tooLittleWork() throws SQLException {
        String state = "attended too few within " + WARM_UP.toSeconds() + " s; contacts are "
                + centre.column("select state || ' ' || count(*) from contact group by state");
        boolean idle = centre.number("select count(*) from advisor where presence = 'AVAILABLE' and points = 0") > 0;
        boolean waiting = centre.number("select count(*) from contact where state = 'QUEUED'") > 0;
        boolean offering =
                centre.number("select count(*) from offer where made_at > clock_timestamp() - interval '1 minute'") > 0;
        if (idle && waiting && !offering) {
            throw new AssertionError("nobody is offered what waits for a minute: " + state);
        }
        return new HarnessFault(state);
    }

    private List<String> findings(boolean calm) throws SQLException {
        try (Connection connection = centre.connect()) {
            List<String> findings = new ArrayList<>(
                    calm ? AccountingOracle.findings(connection) : AccountingOracle.findingsAtWork(connection));
            findings.addAll(promises.findings(connection, calm));
            return findings;
        }
    }

    /** Nobody new comes; everyone who is there is attended to the end, and then all books are closed. */
    void calm() throws SQLException, IOException, InterruptedException {
        traffic.stopComing();
        probe.close();
        int mails = promises.counts().get(Promises.Promise.MAIL);
        centre.await("every mail is fetched", () -> centre.number("select count(*) from inbound_mail") >= mails);
        attendAll();
        centre.await(
                "every mail of ours has left",
                () -> centre.number("select count(*) from outbound_mail where state = 'QUEUED'") == 0
                        && centre.number("select count(*) from mail_acknowledgement where state = 'DUE'") == 0);
        assertThat(findings(true)).isEmpty();
        assertThat(Post.findings(centre, blows.kills())).isEmpty();
        centre.await("the figures shown are the figures recounted", () -> centre.recount()
                .isEmpty());
        tell();
    }

    /** As long as it takes on a busy machine; two minutes in which nobody's contact ends are the centre's fault. */
    private void attendAll() throws SQLException, IOException, InterruptedException {
        for (int left = unfinished(); left > 0; left = unfinished()) {
            int before = left;
            centre.await("one more contact ends", () -> unfinished() < before);
        }
    }

    private int unfinished() throws SQLException {
        return centre.number("select (select count(*) from contact where closed_at is null)"
                + " + (select count(*) from arrival where not opened)");
    }

    private void tell() throws SQLException {
        promises.counts().forEach((promise, count) -> {
            FaultFigures.measured("faults.promised." + promise.name().toLowerCase(Locale.ROOT), count, "times");
            if (count == 0) {
                throw new HarnessFault("nobody was ever promised " + promise);
            }
        });
        FaultFigures.measured("faults.contacts", centre.number("select count(*) from contact"), "contacts");
        FaultFigures.measured("faults.kills", blows.kills(), "kills");
        FaultFigures.measured("faults.blows", struck, "blows");
    }

    @Override
    public void close() {
        traffic.close();
        probe.close();
    }
}

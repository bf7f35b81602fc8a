package mx.gob.edomex.catgem.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.mail.InboundMails;
import mx.gob.edomex.catgem.evidence.ExecutionId;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.ProcedureNotSigned;
import mx.gob.edomex.catgem.shared.ProceduresVital;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A production centre as it is born: its procedures are proposals, and nobody is attended by a proposal. */
class UnsignedProcedureTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @RegisterExtension
    static final TestPersistence born = TestPersistence.newProduction();

    @RegisterExtension
    static final TestPersistence signed = TestPersistence.production();

    @RegisterExtension
    static final TestPersistence tryout = TestPersistence.tryout();

    private final StepRecorder recorder = born.wire(new StepRecorder(), Clock.systemUTC());
    private final Installation installation = born.wire(new Installation());

    private static NewArrival arrival(Channel channel, String entryPoint) {
        return new NewArrival(
                ContactId.random(),
                channel,
                entryPoint,
                null,
                null,
                null,
                SubjectId.random(),
                null,
                null,
                null,
                NOW,
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AVT", "AVC", "AVE", "ABD", "PRF"})
    void nothingBeginsUnderAProposalInProduction(String procedure) throws SQLException {
        ExecutionId id = new ExecutionId(UUID.randomUUID());
        assertThatThrownBy(() -> born.inTransaction(() -> recorder.begin(id, procedure, NOW)))
                .isInstanceOf(ProcedureNotSigned.class)
                .hasMessageContaining(procedure);
        assertThat(born.database().column("select id from execution where id = ?", id.value()))
                .isEmpty();
    }

    @Test
    void theControlOfProceduresMayBegin() {
        assertThatCode(() -> born.inTransaction(() -> recorder.begin(new ExecutionId(UUID.randomUUID()), "PCD", NOW)))
                .doesNotThrowAnyException();
    }

    @Test
    void theDatabaseRefusesItToo() {
        assertThatThrownBy(
                        () -> born.database()
                                .execute(
                                        """
                                        insert into execution (id, procedure_version_id, begun_at)
                                        select gen_random_uuid(), id, now() from procedure_version where procedure_code = 'AVC'
                                        """))
                .hasMessageContaining("three people have not signed");
    }

    @Test
    void aProposalDoesNotTakeThePlaceOfWhatIsSigned() {
        assertThatThrownBy(
                        () -> signed.database()
                                .execute(
                                        """
                                        update procedure_version set state = 'OBSOLETE' where procedure_code = 'PRF';
                                        insert into procedure_version (procedure_code, number, state) values ('PRF', 9, 'DRAFT');
                                        update procedure_version set state = 'IN_FORCE' where procedure_code = 'PRF' and number = 9
                                        """))
                .hasMessageContaining("has been signed");
    }

    @Test
    void noGatewayTakesWhatNobodyMayAttend() {
        Arrivals arrivals = born.wire(new Arrivals());
        assertThatThrownBy(() -> born.inTransaction(() -> arrivals.record(arrival(Channel.CHAT, "CHAT_WEB"))))
                .isInstanceOf(ProcedureNotSigned.class);
        assertThat(born.inTransaction(() -> born.wire(new InboundMails()).mayBeTaken()))
                .as("mails stay in the mailbox")
                .isFalse();
        EntryPoints entryPoints = born.wire(new EntryPoints(), installation, Clock.systemUTC());
        assertThat(born.inTransaction(() -> entryPoints.isOpen("CHAT_WEB"))).isFalse();
        assertThat(born.inTransaction(() -> entryPoints.opensAt("CHAT_WEB"))).isEmpty();
        assertThatThrownBy(() -> born.inTransaction(() -> entryPoints.requireOpen("CHAT_WEB")))
                .isInstanceOf(CentreClosed.class);
    }

    @Test
    void readinessSaysSoAndTheNodeGoesOnWorking() {
        ProceduresVital vital = born.wire(new ProceduresVital(), installation);
        assertThat(born.inTransaction(vital::works)).isFalse();
        assertThat(vital.isEssential()).isFalse();
        assertThat(born.inTransaction(installation::unsignedProcedures))
                .containsExactly("ABD", "AVC", "AVE", "AVT", "PRF");
    }

    @Test
    void aSignedCentreAndATryoutAreOpen() {
        for (TestPersistence open : new TestPersistence[] {signed, tryout}) {
            Installation there = open.wire(new Installation());
            assertThat(open.inTransaction(there::unsignedProcedures)).isEmpty();
            assertThat(open.inTransaction(() -> open.wire(new EntryPoints(), there, Clock.systemUTC())
                            .isOpen("CHAT_WEB")))
                    .isTrue();
            assertThat(open.inTransaction(() -> open.wire(new InboundMails()).mayBeTaken()))
                    .isTrue();
            assertThatCode(() -> open.inTransaction(() ->
                            open.wire(new StepRecorder(), Clock.systemUTC()).begin(ContactId.random(), "AVC", NOW)))
                    .doesNotThrowAnyException();
        }
    }
}

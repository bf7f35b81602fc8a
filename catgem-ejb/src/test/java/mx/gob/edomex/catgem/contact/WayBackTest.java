package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ChannelGateway;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An answer takes a way on which the citizen can be reached. */
class WayBackTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final Way chat = new Way(Channel.CHAT);
    private final Way mail = new Way(Channel.EMAIL);

    private static final class Way implements ChannelGateway {
        private final Channel channel;
        private final List<String> carried = new ArrayList<>();
        private boolean reaches = true;

        Way(Channel channel) {
            this.channel = channel;
        }

        @Override
        public boolean serves(Channel asked) {
            return asked == channel;
        }

        @Override
        public boolean reaches(ContactId contact) {
            return reaches;
        }

        @Override
        public void deliver(ContactId contact, UUID message, List<String> cc) {
            carried.add("message");
        }

        @Override
        public void attended(ContactId contact, String advisorName, boolean connected) {}

        @Override
        public void passedOn(ContactId contact, String occasion) {
            carried.add("passed on");
        }

        @Override
        public void askIfThere(ContactId contact, Duration left, String occasion) {}

        @Override
        public void silenceEnds(ContactId contact) {}

        @Override
        public void ended(ContactId contact) {
            carried.add("end");
        }
    }

    @Test
    void aCitizenInTheChatIsGreetedAndAnsweredThere() {
        answeredChat();
        assertThat(chat.carried).containsExactly("message", "message");
        assertThat(mail.carried).isEmpty();
    }

    @Test
    void aChatThatAProgramHandedOverIsAnsweredByMailInOnePiece() {
        chat.reaches = false;
        answeredChat();
        assertThat(chat.carried).isEmpty();
        assertThat(mail.carried).containsExactly("message");
    }

    private void answeredChat() {
        centre.gateways.addAll(List.of(chat, mail));
        centre.available("asesora01");
        ContactId contact = centre.aChatWith("asesora01");
        centre.run(() -> centre.desk.send(contact, "c-1", "En la oficina de su municipio.", List.of()));
    }
}

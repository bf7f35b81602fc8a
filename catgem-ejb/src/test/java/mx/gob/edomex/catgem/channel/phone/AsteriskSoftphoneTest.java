package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser's SIP on a real Asterisk 22, as far as it goes without a browser. */
class AsteriskSoftphoneTest {

    private static AriExchange exchange;

    @BeforeAll
    static void needsAnExchange() {
        exchange = new AriExchange(RealExchange.running().settings());
    }

    @Test
    void anAccountRegistersWithItsSecretUntilItIsOver() throws IOException, InterruptedException {
        SoftphoneAccount account = new SoftphoneAccount("catgem-w-" + UUID.randomUUID(), "right");
        assertThat(exchange.install(account)).isEqualTo(PhoneCommand.Outcome.DONE);
        try (Browser browser = new Browser(account.name())) {
            assertThat(browser.registers(account.name(), "wrong")).isEqualTo(401);
            assertThat(browser.registers(account.name(), account.secret())).isEqualTo(200);
        }
        assertThat(exchange.uninstall(account.name())).isTrue();
        assertThat(exchange.uninstall(account.name())).isTrue();
        try (Browser browser = new Browser(account.name())) {
            assertThat(browser.registers(account.name(), account.secret())).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void asManyBrowsersAsACentreHasLeaveRoomForTheCommands() throws IOException {
        List<Browser> browsers = new ArrayList<>();
        try {
            for (int i = 0; i < 250; i++) {
                browsers.add(new Browser("catgem-w-" + i));
            }
            exchange.snapshot(List.of());
        } finally {
            browsers.forEach(Browser::close);
        }
    }

    /** Also if the application let it through. */
    @ParameterizedTest
    @ValueSource(strings = {"trunk", "phones", "nobody"})
    void aBrowserIsNoTrunk(String name) throws IOException, InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("sip")
                .buildAsync(RealExchange.running().settings().socket(), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
                        heard.add(part.toString());
                        from.request(1);
                        return null;
                    }
                })
                .join();
        socket.sendText(
                        "INVITE sip:070@catgem SIP/2.0\r\nVia: SIP/2.0/WS page.invalid;branch=z9hG4bKi" + name
                                + "\r\nMax-Forwards: 70\r\nTo: <sip:070@catgem>\r\nFrom: <sip:" + name
                                + "@catgem>;tag=t\r\nCall-ID: i" + name + "\r\nCSeq: 1 INVITE\r\nContact: <sip:"
                                + name + "@page.invalid;transport=ws>\r\nContent-Length: 0\r\n\r\n",
                        true)
                .join();
        String answer = heard.poll(5, TimeUnit.SECONDS);
        socket.abort();
        assertThat(answer).startsWith("SIP/2.0 401 ");
    }

    /** Says REGISTER as a page does, with the answer to the exchange's challenge. */
    private static final class Browser implements AutoCloseable {

        private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
        private static final Pattern REALM = Pattern.compile("realm=\"([^\"]+)\"");

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final SipLine line;
        private int number;

        Browser(String account) throws IOException {
            line = SipLine.open(
                    RealExchange.running().settings().socket(),
                    account,
                    message -> {
                        heard.add(message);
                        return CompletableFuture.completedFuture(null);
                    },
                    () -> {});
        }

        int registers(String name, String secret) throws InterruptedException {
            String challenge = ask(name, "");
            if (status(challenge) != 401) {
                return status(challenge);
            }
            String realm = found(REALM, challenge);
            String nonce = found(NONCE, challenge);
            String proof = md5(md5(name + ":" + realm + ":" + secret) + ":" + nonce + ":00000001:c:auth:"
                    + md5("REGISTER:sip:catgem"));
            return status(ask(
                    name,
                    "Authorization: Digest username=\"" + name + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                            + "\", uri=\"sip:catgem\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"c\", response=\""
                            + proof + "\"\r\n"));
        }

        private String ask(String name, String authorization) throws InterruptedException {
            number++;
            line.say("REGISTER sip:catgem SIP/2.0\r\nVia: SIP/2.0/WS page.invalid;branch=z9hG4bK" + name + number
                    + "\r\nMax-Forwards: 70\r\nTo: <sip:" + name + "@catgem>\r\nFrom: <sip:" + name
                    + "@catgem>;tag=t\r\nCall-ID: " + name + "\r\nCSeq: " + number + " REGISTER\r\nContact: <sip:"
                    + name
                    + "@page.invalid;transport=ws>;expires=60\r\n" + authorization + "Content-Length: 0\r\n\r\n");
            String answer = heard.poll(5, TimeUnit.SECONDS);
            assertThat(answer).as("an answer of the exchange").isNotNull();
            return answer;
        }

        private static int status(String answer) {
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }

        private static String found(Pattern pattern, String in) {
            Matcher matcher = pattern.matcher(in);
            assertThat(matcher.find()).isTrue();
            return matcher.group(1);
        }

        private static String md5(String text) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            line.close();
        }
    }
}

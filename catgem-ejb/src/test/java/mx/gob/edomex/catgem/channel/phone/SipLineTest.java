package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SipLineTest {

    private static final String OWN = "<sip:catgem-w-1@catgem>;tag=a";
    private static final String NEW = "<sip:070@catgem>";
    private static final String IN_A_CALL = "\"CATGEM\" <sip:anonymous@anonymous.invalid>;tag=b";

    private final List<String> said = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private final SipLine line =
            new SipLine("catgem-w-1", message -> CompletableFuture.completedFuture(null), () -> ends.add("over"));

    SipLineTest() {
        line.socket = (WebSocket) Proxy.newProxyInstance(
                WebSocket.class.getClassLoader(), new Class<?>[] {WebSocket.class}, (self, method, given) -> {
                    if (method.getName().equals("sendText")) {
                        said.add((String) given[0]);
                        return CompletableFuture.completedFuture(self);
                    }
                    return null;
                });
    }

    @Test
    void whatThePageSaysForItselfIsPassedOnUnchanged() {
        passes(request("REGISTER", OWN, "<sip:catgem-w-1@catgem>"));
        passes(request("INVITE", OWN, NEW).replace("From:", "f :").replace("Content-Length", "l"));
        passes("SIP/2.0 200 OK\r\nFrom: <sip:CATGEM@127.0.0.1>;tag=x\r\nTo: <sip:q@page.invalid>;tag=y\r\n"
                + "Content-Length: 8\r\n\r\ns=señal");
        passes("\r\n"); // the exchange has asked whether the page is there
        passes("\r\n\r\n");
        // A page is called under a name of its own, and hangs up by it.
        passes(request("BYE", "<sip:q8w@page.invalid;transport=ws>;tag=a", IN_A_CALL));
        assertThat(ends).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sip:trunk@catgem>;tag=a",
                "<sip:catgem-w-10@catgem>;tag=a",
                "sip:trunk@catgem;tag=a",
                "\"<sip:catgem-w-1@catgem>\" <sip:trunk@catgem>;tag=a",
                "<sip:catgem-w-1@catgem>;tag=a\r\nf: <sip:trunk@catgem>;tag=a",
                "<sip:catgem-w-1@catgem>;tag=a\nFrom: <sip:trunk@catgem>;tag=a",
                "<sip:catgem-w-1@catgem>;tag=a\r\n ,<sip:trunk@catgem>",
                "<sip:trunk@catgem>;tag=a\r\n\r\nFrom: <sip:catgem-w-1@catgem>;tag=a"
            })
    void whatIsSaidForAnotherAccountEndsTheLine(String from) {
        refuses(request("INVITE", from, NEW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sip:070@catgem;tag=b>",
                "<sip:070@catgem>;x=\">;tag=b\"",
                "\"x\\\"<sip:1@catgem>;tag=b\" <sip:070@catgem>",
                "sip:070@catgem"
            })
    void aCallThatBeginsIsNoneThatGoesOn(String to) {
        refuses(request("INVITE", "<sip:trunk@catgem>;tag=a", to));
    }

    @Test
    void nobodyRegistersAnotherAsInACall() {
        refuses(request("REGISTER", "<sip:trunk@catgem>;tag=a", IN_A_CALL));
    }

    @Test
    void aSecondMessageIsNotHiddenBehindTheFirst() {
        refuses(request("REGISTER", OWN, NEW) + request("INVITE", "<sip:trunk@catgem>;tag=a", NEW));
    }

    private void passes(String message) {
        said.clear();
        line.say(message);
        assertThat(said).containsExactly(message);
    }

    private void refuses(String message) {
        line.say(message);
        assertThat(said).isEmpty();
        assertThat(ends).hasSize(1);
        line.say(request("REGISTER", OWN, NEW));
        assertThat(said).isEmpty();
    }

    private static String request(String method, String from, String to) {
        return method + " sip:catgem SIP/2.0\r\nVia: SIP/2.0/WS page.invalid;branch=z9hG4bK1\r\nTo: " + to
                + "\r\nFrom: " + from + "\r\nCall-ID: 1\r\nCSeq: 1 " + method + "\r\nContent-Length: 0\r\n\r\n";
    }
}

package mx.gob.edomex.catgem.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecureHeadersFilterTest {

    private final Map<String, String> headers = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"/desk.xhtml", "/chat/page.html", "/chat/demo.html"})
    void noPageIsFramedUnlessItSaysSoItself(String path) throws Exception {
        new SecureHeadersFilter().doFilter(request(path, false), response(), (request, response) -> {});
        assertThat(headers.get("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void onlyBehindTlsAreBrowsersToldToKeepToIt() throws Exception {
        new SecureHeadersFilter().doFilter(request("/", false), response(), (request, response) -> {});
        assertThat(headers).doesNotContainKey("Strict-Transport-Security");
        new SecureHeadersFilter().doFilter(request("/", true), response(), (request, response) -> {});
        assertThat(headers).containsKey("Strict-Transport-Security");
    }

    private static HttpServletRequest request(String path, boolean secure) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getServletPath" -> path;
                    case "isSecure" -> secure;
                    default -> null;
                });
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                HttpServletResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                    if ("setHeader".equals(method.getName())) {
                        headers.put((String) arguments[0], (String) arguments[1]);
                    }
                    return null;
                });
    }
}

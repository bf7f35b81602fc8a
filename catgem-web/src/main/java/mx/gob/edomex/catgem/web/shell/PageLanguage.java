package mx.gob.edomex.catgem.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;

/** The language of the page: what the person chose, or Spanish; never guessed from the browser of a shared desk. */
@Named("language")
@RequestScoped
public class PageLanguage {
    static final String SPANISH = "es";
    static final Set<String> SUPPORTED = Set.of(SPANISH, "en");

    @Inject
    HttpServletRequest request;

    private String code;

    @PostConstruct
    void read() {
        code = Cookies.read(request, Cookies.LANGUAGE)
                .filter(SUPPORTED::contains)
                .orElse(SPANISH);
    }

    public String getCode() {
        return code;
    }

    /** The language the switch offers. */
    public String getOther() {
        return SPANISH.equals(code) ? "en" : SPANISH;
    }

    public Locale getLocale() {
        return SPANISH.equals(code) ? new Locale("es", "MX") : Locale.ENGLISH;
    }
}

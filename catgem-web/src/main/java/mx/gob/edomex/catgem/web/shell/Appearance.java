package mx.gob.edomex.catgem.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Light, dark, or as the system; the page arrives in the right colours instead of flashing. */
@Named
@RequestScoped
public class Appearance {
    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    @Inject
    HttpServletRequest request;

    private String theme;

    @PostConstruct
    void read() {
        theme = Cookies.read(request, Cookies.THEME).filter(THEMES::contains).orElse("auto");
    }

    public String getTheme() {
        return theme;
    }
}

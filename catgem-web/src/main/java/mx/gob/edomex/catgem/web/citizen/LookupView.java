package mx.gob.edomex.catgem.web.citizen;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import mx.gob.edomex.catgem.contact.PublicFolios;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.web.api.PublicLimits;
import mx.gob.edomex.catgem.web.shell.PageLanguage;

/** The page on which a citizen looks up a folio: a plain form by GET, so that it works without scripts or cookies. */
@Named("lookup")
@RequestScoped
public class LookupView {

    private static final int LONGEST = 40;

    /** What the page shows below the form. */
    public enum Answer {
        NOTHING_ASKED,
        FOUND,
        UNKNOWN,
        MISTYPED,
        TOO_OFTEN
    }

    @Inject
    HttpServletRequest request;

    @Inject
    PublicFolios folios;

    @Inject
    PublicLimits limits;

    @Inject
    PageLanguage language;

    private String typed = "";
    private Answer answer = Answer.NOTHING_ASKED;
    private PublicFolios.State state;
    private LocalDate date;

    @PostConstruct
    void look() {
        String parameter = request.getParameter("folio");
        if (parameter == null || parameter.isBlank()) {
            return;
        }
        typed = parameter.strip();
        typed = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        answer = limits.lookup(request.getRemoteAddr()).isPresent() ? Answer.TOO_OFTEN : find();
    }

    private Answer find() {
        try {
            Folio folio = Folio.parse(typed);
            typed = folio.value();
            return folios.find(folio)
                    .map(standing -> {
                        state = standing.state();
                        date = standing.date();
                        return Answer.FOUND;
                    })
                    .orElse(Answer.UNKNOWN);
        } catch (IllegalArgumentException e) {
            return Answer.MISTYPED;
        }
    }

    public String getTyped() {
        return typed;
    }

    public Answer getAnswer() {
        return answer;
    }

    public boolean isFound() {
        return answer == Answer.FOUND;
    }

    public boolean isRefused() {
        return answer != Answer.FOUND && answer != Answer.NOTHING_ASKED;
    }

    public PublicFolios.State getState() {
        return state;
    }

    /** The day in words of the page's language. */
    public String getDay() {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.getLocale()));
    }
}

package mx.gob.edomex.catgem.web.folio;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.survey.SurveyCard;
import mx.gob.edomex.catgem.survey.SurveyReading;
import mx.gob.edomex.catgem.web.shell.Person;

/** The survey on a folio, for those who answer for quality; others are not told that there is one. */
@Named
@RequestScoped
public class FolioSurvey {

    @Inject
    SurveyReading reading;

    @Inject
    Person person;

    @Inject
    Clock clock;

    private SurveyCard card;
    private boolean read;

    /** Null when there is nothing to show to this reader. */
    public SurveyCard of(UUID contact) {
        if (!read && person.isReadingContacts()) {
            card = reading.of(new ContactId(contact), FolioWords.language()).orElse(null);
            read = true;
        }
        return card;
    }

    /** Whether the time to answer is over. */
    public boolean over(SurveyCard survey) {
        return !clock.instant().isBefore(survey.expiresAt());
    }
}

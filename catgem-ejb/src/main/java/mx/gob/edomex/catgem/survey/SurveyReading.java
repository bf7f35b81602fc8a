package mx.gob.edomex.catgem.survey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** Who answered what is for those who answer for quality, never for who attended, whatever other role they have. */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class SurveyReading {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    @Inject
    CurrentStaff staff;

    /** Empty when nobody was asked, or the caller attended the contact. */
    public Optional<SurveyCard> of(ContactId contact, Language language) {
        return Sql.on(
                        entities,
                        """
                        select i.version, u.display_name, i.offered_at, i.expires_at, i.answered_at, i.subject_id,
                               i.comment_sealed
                        from survey_invitation i join app_user u on u.username = i.advisor
                        where i.contact_id = :contact and i.advisor <> :reader
                        """)
                .set("contact", contact)
                .set("reader", staff.username())
                .first(row -> new SurveyCard(
                        row.number("version"),
                        row.text("display_name"),
                        row.instant("offered_at"),
                        row.instant("expires_at"),
                        row.instant("answered_at"),
                        lines(contact, language),
                        row.bytes("comment_sealed") != null,
                        staff.has(Roles.AUDITOR)
                                ? null
                                : personalData
                                        .openText(row.subject("subject_id"), row.bytes("comment_sealed"))
                                        .orElse(null)));
    }

    private List<SurveyCard.Line> lines(ContactId contact, Language language) {
        String text = language == Language.EN ? "text_en" : "text_es";
        return Sql.on(
                        entities,
                        "select q." + text + " as question, o." + text
                                + """
                                 as answer from survey_invitation i
                                join survey_question q on q.version = i.version
                                left join survey_answer a on a.contact_id = i.contact_id and a.question = q.number
                                left join survey_option o on o.version = q.version and o.question = q.number and o.code = a.code
                                where i.contact_id = :contact order by q.number
                                """)
                .set("contact", contact)
                .list(row -> new SurveyCard.Line(row.text("question"), row.text("answer")));
    }
}

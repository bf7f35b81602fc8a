package mx.gob.edomex.catgem.channel.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** The people behind mail addresses. */
@ApplicationScoped
public class Correspondents {

    static final String EMAIL = "email";
    private static final String NAME = "name";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    /** The person who writes from the address; made when it is new. */
    public SubjectId writingFrom(String address, String name) {
        SubjectId subject = personalData.find(EMAIL, address).orElseGet(() -> {
            SubjectId made = anonymous();
            personalData.put(made, EMAIL, address);
            personalData.index(made, EMAIL, address);
            return made;
        });
        if (!name.isBlank() && personalData.get(subject, NAME).isEmpty()) {
            personalData.put(subject, NAME, name);
        }
        return subject;
    }

    public SubjectId anonymous() {
        SubjectId made = SubjectId.random();
        personalData.ensure(made);
        return made;
    }

    /** Every change of a contact locks its arrival first: while this lock is held an open contact stays open. */
    public void hold(ContactId contact) {
        Sql.on(entities, "select 1 from arrival where contact_id = :contact for update")
                .set("contact", contact)
                .exists();
    }

    public SubjectId of(ContactId contact) {
        return Sql.on(entities, "select subject_id from arrival where contact_id = :contact")
                .set("contact", contact)
                .first(row -> row.subject("subject_id"))
                .orElseThrow();
    }

    /** Where the person of the contact gets mail. */
    public Optional<String> addressOf(ContactId contact) {
        return personalData.get(of(contact), EMAIL);
    }

    public boolean isSame(SubjectId sender, String address, ContactId contact) {
        return of(contact).equals(sender)
                || addressOf(contact).filter(address::equalsIgnoreCase).isPresent();
    }
}

package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.knowledge.KnowledgeVersionId;
import mx.gob.edomex.catgem.knowledge.OfficerTasks;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * What an advisor reports to the information officers from a desk. Words written beside a contact are that citizen's
 * data: they are sealed under the citizen's key, and the ledger gets only the task's id.
 */
@Stateless
@RolesAllowed(Roles.ADVISOR)
public class KnowledgeReports {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    OfficerTasks tasks;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** A search found nothing; the contact is the one in hand, if any. */
    public void missing(Optional<ContactId> contact, String words, Language language) {
        report(contact, words, null, language);
    }

    /** An entry is wrong. */
    public void wrong(Optional<ContactId> contact, KnowledgeVersionId version, String words, Language language) {
        report(contact, words, version.value(), language);
    }

    private void report(Optional<ContactId> contact, String words, UUID version, Language language) {
        Optional<SubjectId> citizen = contact.flatMap(
                id -> Sql.on(entities, "select subject_id from contact where id = :id and advisor = :me")
                        .set("id", id)
                        .set("me", staff.username())
                        .first(row -> row.subject("subject_id")));
        UUID task = tasks.report(words, version, language, citizen.orElseGet(SubjectId::random));
        if (citizen.isPresent()) {
            ledger.fact(
                    contact.orElseThrow(),
                    version == null ? "ENTRY_MISSED" : "ENTRY_DOUBTED",
                    Actor.advisor(staff.username()),
                    clock.instant(),
                    null,
                    Map.of("task", task.toString()));
        }
    }
}

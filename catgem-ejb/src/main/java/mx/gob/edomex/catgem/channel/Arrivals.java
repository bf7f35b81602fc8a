package mx.gob.edomex.catgem.channel;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.ProcedureNotSigned;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Where every gateway hands over a contact, inside the transaction that stores what the citizen sent. After the
 * commit its id goes to intake; should that send be lost, {@link #unopened} finds the row again.
 */
@Stateless
@PermitAll
public class Arrivals {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    PersonalData personalData;

    @Inject
    Event<ArrivalRecorded> recorded;

    /**
     * Records the arrival; a repeat of the same contact changes nothing.
     *
     * @return whether it is new
     * @throws EntryPointUnknown when entry point or topic are not in the catalogue
     * @throws ProcedureNotSigned in production, while nobody may be attended on the channel
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean record(NewArrival arrival) {
        requireKnown(arrival);
        requireSigned(arrival.channel().procedure());
        personalData.ensure(arrival.subject());
        boolean isNew = Sql.on(
                                entities,
                                """
                        insert into arrival (contact_id, channel, entry_point, language, topic, priority, subject_id,
                                             matter_id, title_sealed, external_id, received_at, notice_version)
                        select :contact, :channel, p.code, coalesce(:language, p.language), coalesce(:topic, p.topic),
                               coalesce(:priority, p.priority), :subject, cast(:matter as uuid), :title, :external,
                               :received, :notice
                        from entry_point p where p.code = :entryPoint
                        on conflict do nothing
                        """)
                        .set("contact", arrival.contact().value())
                        .set("channel", arrival.channel().name())
                        .set(
                                "language",
                                arrival.language() == null
                                        ? null
                                        : arrival.language().name())
                        .set("topic", arrival.topic())
                        .set(
                                "priority",
                                arrival.priority() == null
                                        ? null
                                        : arrival.priority().name())
                        .set("subject", arrival.subject().value())
                        .set(
                                "matter",
                                arrival.matter() == null
                                        ? null
                                        : arrival.matter().toString())
                        .set("title", title(arrival))
                        .set("external", arrival.externalId())
                        .set("received", arrival.receivedAt())
                        .set("notice", arrival.noticeVersion())
                        .set("entryPoint", arrival.entryPoint())
                        .update()
                > 0;
        recorded.fire(new ArrivalRecorded(arrival.contact()));
        return isNew;
    }

    /** Arrivals that intake has not opened although they are older than the age given; oldest first. */
    public List<ContactId> unopened(Duration olderThan, int limit) {
        return Sql.on(
                        entities,
                        """
                        select contact_id from arrival
                        where not opened and received_at < now() - make_interval(secs => :seconds)
                        order by received_at limit :limit
                        """)
                .set("seconds", (double) olderThan.toSeconds())
                .set("limit", limit)
                .list(row -> row.contact("contact_id"));
    }

    private byte[] title(NewArrival arrival) {
        return arrival.title() == null ? null : personalData.seal(arrival.subject(), arrival.title());
    }

    private void requireKnown(NewArrival arrival) {
        boolean known = Sql.on(
                        entities,
                        """
                        select 1 from entry_point p where p.code = :entryPoint
                        and (p.channel = :channel or p.code = 'API' or :channel = 'PHONE')
                        and (cast(:topic as text) is null
                             or exists (select 1 from topic t where t.code = :topic and t.active))
                        """)
                .set("entryPoint", arrival.entryPoint())
                .set("channel", arrival.channel().name())
                .set("topic", arrival.topic())
                .exists();
        if (!known) {
            throw new EntryPointUnknown(arrival.entryPoint(), arrival.topic());
        }
    }

    private void requireSigned(String procedure) {
        if (Sql.on(entities, "select 1 from procedure_to_sign where procedure_code = :procedure and blocks")
                .set("procedure", procedure)
                .exists()) {
            throw new ProcedureNotSigned(procedure);
        }
    }
}

package mx.gob.edomex.catgem.channel;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * The gateway of programs. What it accepts is stored with the citizen's first message in one transaction; intake opens
 * the contact after the commit, as for every other gateway.
 */
@Stateless
@RolesAllowed({Roles.INTEGRATION, Roles.SUPERVISOR})
public class ApiIntake {

    /** @param isNew false when the program had handed over the same contact before */
    public record Accepted(ContactId contact, boolean isNew) {}

    private static final String FIRST_MESSAGE = "api-1";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    CurrentStaff staff;

    @Inject
    PersonalData personalData;

    @Inject
    Arrivals arrivals;

    @Inject
    Conversations conversations;

    @Inject
    CallbackWishes wishes;

    @Inject
    EntryPoints entryPoints;

    @Inject
    LineLimits limits;

    @Inject
    @Any
    Instance<ChannelGateway> gateways;

    @Inject
    Clock clock;

    /**
     * Accepts the contact, or recognises it by its external id.
     *
     * @throws ExternalIdReused when the same program used the external id for something else
     * @throws AnswerNeedsAnAddress when the citizen's mail address is missing: the answer goes there, whatever the channel
     * @throws ChannelNotServed when nothing could carry an answer back on the channel
     * @throws CallbackMissing when it is by phone and no window was given
     * @throws CentreClosed when the entry point is closed; a callback or a mail is taken at any time
     * @throws QueueFull when the line is over its limit
     * @throws EntryPointUnknown when entry point or topic are not in the catalogue
     */
    public Accepted accept(ApiContact request) {
        String client = staff.username();
        ContactId contact = request.externalId() == null
                ? ContactId.random()
                : ContactId.named("api", client, request.externalId());
        oneAtATime(contact);
        Optional<Boolean> repeat = isRepeatOf(contact, request);
        if (repeat.isPresent()) {
            if (!repeat.get()) {
                throw new ExternalIdReused(request.externalId());
            }
            return new Accepted(contact, false);
        }
        if (request.channel() == Channel.PHONE) {
            if (request.callback() == null) {
                throw new CallbackMissing();
            }
        } else {
            requireAWayBack(request);
            requireRoom(request);
        }
        record(contact, client, request);
        return new Accepted(contact, true);
    }

    /** Whether the caller handed over this contact. A supervisor may ask for any. */
    public boolean knows(ContactId contact) {
        return Sql.on(
                        entities,
                        "select 1 from api_request where contact_id = :contact and (client = :client or :every)")
                .set("contact", contact)
                .set("client", staff.username())
                .set("every", staff.has(Roles.SUPERVISOR))
                .exists();
    }

    /** Parallel repeats wait here for the first one, so that they find what it stored instead of colliding with it. */
    private void oneAtATime(ContactId contact) {
        Sql.on(entities, "select 1 as locked from pg_advisory_xact_lock(:key)")
                .set(
                        "key",
                        contact.value().getMostSignificantBits()
                                ^ contact.value().getLeastSignificantBits())
                .exists();
    }

    private Optional<Boolean> isRepeatOf(ContactId contact, ApiContact request) {
        return Sql.on(
                        entities,
                        """
                        select a.subject_id, r.fingerprint_sealed from api_request r
                        join arrival a on a.contact_id = r.contact_id where r.contact_id = :contact
                        """)
                .set("contact", contact)
                .first(row -> personalData.open(row.subject("subject_id"), row.bytes("fingerprint_sealed")))
                .map(earlier -> MessageDigest.isEqual(earlier, request.fingerprint()));
    }

    private void requireRoom(ApiContact request) {
        if (request.channel() == Channel.EMAIL) {
            return;
        }
        entryPoints.requireOpen(request.entryPoint());
        Language language = request.language() == null ? Language.ES : request.language();
        if (limits.of(request.entryPoint(), request.topic(), request.channel(), language) == LineLimits.Verdict.FULL) {
            throw new QueueFull();
        }
    }

    private void requireAWayBack(ApiContact request) {
        boolean served = gateways.stream().anyMatch(gateway -> gateway.serves(request.channel()));
        if (!served) {
            throw new ChannelNotServed(request.channel());
        }
        if (request.citizen().email() == null) {
            throw new AnswerNeedsAnAddress();
        }
    }

    private void record(ContactId contact, String client, ApiContact request) {
        SubjectId subject = subjectOf(contact, request.citizen());
        Instant now = clock.instant();
        arrivals.record(new NewArrival(
                contact,
                request.channel(),
                request.entryPoint(),
                request.language(),
                request.topic(),
                request.priority(),
                subject,
                null,
                request.title(),
                request.externalId(),
                now,
                null));
        Sql.on(
                        entities,
                        """
                        insert into api_request (contact_id, client, fingerprint_sealed, at)
                        values (:contact, :client, :fingerprint, :at)
                        """)
                .set("contact", contact)
                .set("client", client)
                .set("fingerprint", personalData.seal(subject, request.fingerprint()))
                .set("at", now)
                .update();
        if (request.callback() != null) {
            wishes.store(contact, subject, request.callback(), null);
        }
        conversations.append(NewMessage.ofText(contact, Author.CITIZEN, null, FIRST_MESSAGE, request.text(), now));
    }

    /** The person known by the address, else by the telephone; what is already known of a person is not overwritten. */
    private SubjectId subjectOf(ContactId contact, ApiContact.Citizen citizen) {
        String email = citizen.email();
        String phone = citizen.phone() == null ? null : citizen.phone().value();
        Optional<SubjectId> known = email != null
                ? personalData.find("email", email)
                : phone != null ? personalData.find("phone", phone) : Optional.empty();
        SubjectId subject = known.orElseGet(() -> SubjectId.named("api", contact.toString()));
        personalData.ensure(subject);
        complete(subject, "name", citizen.name());
        complete(subject, "email", email);
        complete(subject, "phone", phone);
        if (email != null) {
            personalData.index(subject, "email", email);
        }
        if (phone != null) {
            personalData.index(subject, "phone", phone);
        }
        return subject;
    }

    private void complete(SubjectId subject, String field, String value) {
        if (value != null && personalData.get(subject, field).isEmpty()) {
            personalData.put(subject, field, value);
        }
    }
}

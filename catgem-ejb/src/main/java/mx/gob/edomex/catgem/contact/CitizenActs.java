package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import mx.gob.edomex.catgem.channel.AnswerAccepted;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.CallbackAsked;
import mx.gob.edomex.catgem.channel.CallbackNotPossible;
import mx.gob.edomex.catgem.channel.CitizenLeft;
import mx.gob.edomex.catgem.channel.MessageAppended;
import mx.gob.edomex.catgem.channel.NoticePresented;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Basis;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.evidence.StepKind;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;

/** What the citizen does on a channel, as it concerns the contact; within the gateway's transaction. */
@ApplicationScoped
public class CitizenActs {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    Endings endings;

    @Inject
    Silences silences;

    @Inject
    Callbacks callbacks;

    @Inject
    StepRecorder steps;

    @Inject
    Clock clock;

    void onMessage(@Observes MessageAppended message) {
        if (message.author() != Author.CITIZEN || !isOpened(message.contact())) {
            return;
        }
        Contact contact = contacts.locked(message.contact());
        contact.heardCitizen(message.at());
        if (contact.state() == ContactState.WAITING_FOR_CITIZEN) {
            silences.broken(contact, Actor.citizen(source(contact)), message.at());
        }
    }

    /** Who leaves before intake has opened the contact is reported again by the gateway. */
    void onLeft(@Observes CitizenLeft left) {
        if (isOpened(left.contact())) {
            Source source = source(contacts.read(left.contact()));
            endings.citizenLeft(left.contact(), Actor.citizen(source));
        }
    }

    /** One that intake has not opened yet is scheduled when it does. */
    void onCallbackAsked(@Observes CallbackAsked asked) {
        if (!isOpened(asked.contact())) {
            return;
        }
        Contact contact = contacts.locked(asked.contact());
        if (contact.state() != ContactState.QUEUED && contact.state() != ContactState.OFFERED) {
            throw new CallbackNotPossible();
        }
        callbacks.schedule(contact, Actor.citizen(Source.CHAT));
    }

    void onNotice(@Observes NoticePresented notice) {
        steps.record(
                notice.contact(),
                Act.NOTICE,
                StepKind.END,
                Basis.MEASURED,
                new Actor(null, "system", Source.valueOf(notice.source())),
                clock.instant(),
                null,
                null,
                Map.of("noticeVersion", notice.version()));
    }

    /** The first human reply the mail server took: the contact is answered; an acknowledgement never is an answer. */
    void onAnswer(@Observes AnswerAccepted answer) {
        contacts.answered(answer.contact(), Actor.SYSTEM, answer.at());
    }

    private static Source source(Contact contact) {
        return switch (contact.channel()) {
            case EMAIL -> Source.MAIL;
            case PHONE -> Source.IVR;
            default -> Source.CHAT;
        };
    }

    private boolean isOpened(ContactId contact) {
        return Sql.on(entities, "select 1 from contact where id = :id and closed_at is null")
                .set("id", contact)
                .exists();
    }
}

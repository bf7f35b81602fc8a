package mx.gob.edomex.catgem.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.security.Principal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.contact.DeskQueries;
import mx.gob.edomex.catgem.contact.DeskService;
import mx.gob.edomex.catgem.contact.JoinedDesk;
import mx.gob.edomex.catgem.contact.OfferService;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Checklist;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.workforce.PresenceService;

/** The desk for other programs than our pages: the same services, with the same rights. */
@Path("desk")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeskResource {

    @Inject
    PresenceService presence;

    @Inject
    OfferService offers;

    @Inject
    JoinedDesk warm;

    @Inject
    DeskService desk;

    @Inject
    DeskQueries queries;

    @Inject
    Checklist checklist;

    @Inject
    DeskStreams streams;

    @Inject
    Clock clock;

    @Inject
    Principal caller;

    @Context
    HttpHeaders headers;

    /** Also the sign of life, as the page's heartbeat is: who is silent for 45 s is taken for gone. */
    @GET
    @RolesAllowed(Roles.ADVISOR)
    public DeskDocument read() {
        presence.heartbeat();
        Language language = language();
        return new DeskDocument(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                DeskDocument.State.of(presence.mine()),
                queries.offers(language).stream().map(DeskDocument.Offer::of).toList(),
                queries.contacts(language).stream()
                        .map(DeskDocument.Contact::of)
                        .toList());
    }

    @PUT
    @Path("state")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISOR)
    public DeskDocument.State become(DeskForm.State form) {
        DeskForm.State wanted = Refusal.unlessGiven(form);
        presence.become(wanted.presence(), wanted.reason());
        return DeskDocument.State.of(presence.mine());
    }

    /** Says that something changed, never what: the program asks again. */
    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed(Roles.ADVISOR)
    public void events(@Context SseEventSink sink, @Context Sse sse) {
        streams.open(caller.getName(), sink, sse);
    }

    /** A contact one was asked into stays with who asked: there is nothing to hand back then. */
    @POST
    @Path("offers/{id}/accept")
    @RolesAllowed(Roles.ADVISOR)
    public DeskDocument.Contact accept(@PathParam("id") String id) {
        ContactId taken = offers.accept(offer(id));
        boolean joined = warm.joined(language())
                .filter(one -> one.contact().equals(taken))
                .isPresent();
        return joined
                ? null
                : DeskDocument.Contact.of(queries.open(taken, language()).card());
    }

    @POST
    @Path("offers/{id}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISOR)
    public void reject(@PathParam("id") String id, DeskForm.Reject form) {
        offers.reject(offer(id), Refusal.unlessGiven(form).reason());
    }

    @GET
    @Path("contacts/{folio}")
    @RolesAllowed(Roles.ADVISOR)
    public DeskDocument.Open open(@PathParam("folio") String folio) {
        ContactId contact = inHand(folio);
        return DeskDocument.Open.of(queries.open(contact, language()), checklist.of(contact, language()));
    }

    @POST
    @Path("contacts/{folio}/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISOR)
    public void send(@PathParam("folio") String folio, DeskForm.Message form) {
        DeskForm.Message message = Refusal.unlessGiven(form);
        desk.send(inHand(folio), message.clientId(), message.text(), List.of());
    }

    @POST
    @Path("contacts/{folio}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISOR)
    public void declare(@PathParam("folio") String folio, DeskForm.Step form) {
        DeskForm.Step step = Refusal.unlessGiven(form);
        ContactId contact = inHand(folio);
        if (step.act() == Act.CLASSIFY) {
            desk.classify(contact, step.topic());
        } else if (step.act() == Act.CONSULT && step.knowledgeVersion() != null) {
            desk.consult(contact, step.knowledgeVersion());
        } else {
            desk.declare(contact, step.act());
        }
    }

    @POST
    @Path("contacts/{folio}/disposition")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISOR)
    public void classify(@PathParam("folio") String folio, DeskForm.Disposition form) {
        desk.close(inHand(folio), Refusal.unlessGiven(form).disposition());
    }

    /** Ends the conversation; with a disposition the contact is closed at once, without one after-call work begins. */
    @POST
    @Path("contacts/{folio}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISOR)
    public void close(@PathParam("folio") String folio, DeskForm.Close form) {
        String disposition = Refusal.unlessGiven(form).disposition();
        if (disposition == null) {
            desk.end(inHand(folio));
        } else {
            desk.close(inHand(folio), disposition);
        }
    }

    private ContactId inHand(String typed) {
        return queries.inHand(FolioText.parse(typed)).orElseThrow(() -> Refusal.of(ProblemKind.NOT_FOUND));
    }

    private static OfferId offer(String typed) {
        try {
            return new OfferId(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            throw Refusal.of(ProblemKind.NOT_FOUND);
        }
    }

    private Language language() {
        return ApiTexts.in(headers.getAcceptableLanguages()).language();
    }
}

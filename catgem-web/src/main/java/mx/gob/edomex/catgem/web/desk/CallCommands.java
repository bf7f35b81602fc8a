package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import mx.gob.edomex.catgem.channel.CallbackWish;
import mx.gob.edomex.catgem.channel.phone.RecordingNow;
import mx.gob.edomex.catgem.contact.CallCards;
import mx.gob.edomex.catgem.contact.CallCards.CallCard;
import mx.gob.edomex.catgem.contact.CallListening;
import mx.gob.edomex.catgem.contact.CallRecording;
import mx.gob.edomex.catgem.contact.CallResult;
import mx.gob.edomex.catgem.contact.CallService;
import mx.gob.edomex.catgem.contact.CallbackArrangements;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.web.shell.CallWindows;

/** The call that is to be made for the open contact, what came of it, and one arranged for its citizen. */
@Named
@RequestScoped
public class CallCommands {

    @Inject
    DeskRequest request;

    @Inject
    DeskAnswer answer;

    @Inject
    DeskView view;

    @Inject
    CallCards cards;

    @Inject
    CallService calls;

    @Inject
    CallbackArrangements arrangements;

    @Inject
    CallRecording recording;

    @Inject
    CallListening listening;

    private CallCard call;
    private RecordingNow recorded;
    private boolean asked;

    /** Null when the open contact is no callback. */
    public CallCard getCall() {
        if (call == null && view.getSelected() != null) {
            call = cards.of(view.getSelected()).orElse(null);
        }
        return call;
    }

    /** Whether the talk of the open contact is recorded now; null while there is none on the telephone. */
    public RecordingNow getRecorded() {
        if (!asked && view.getSelected() != null) {
            recorded = recording.now(view.getSelected()).orElse(null);
            asked = true;
        }
        return recorded;
    }

    /** Who is in the call of the open contact beside its advisor, as far as they are to know; null when nobody is. */
    public CallListening.Present getAudience() {
        return view.getSelected() == null
                ? null
                : listening.announced(view.getSelected()).orElse(null);
    }

    /** What is sensitive is left out of the recording, or that is over. */
    public void record() {
        answer.attempt(
                () -> {
                    if ("yes".equals(request.text("paused"))) {
                        recording.pause(request.requiredContact());
                    } else {
                        recording.resume(request.requiredContact());
                    }
                },
                "head");
    }

    public void said() {
        answer.attempt(
                () -> {
                    ContactId contact = request.requiredContact();
                    CallResult result = CallResult.valueOf(request.text("result"));
                    switch (result) {
                        case ANSWERED -> calls.answered(contact);
                        case NO_ANSWER, BUSY -> calls.notReached(contact, result);
                        case WRONG_NUMBER -> calls.wrongNumber(contact);
                        case ANOTHER_TIME -> calls.anotherTime(contact, CallWindows.read(request::text));
                    }
                    if (result == CallResult.ANSWERED) {
                        view.show(contact);
                    } else {
                        view.showFirst();
                    }
                },
                DeskAnswer.EVERYTHING);
    }

    public void arrange() {
        answer.attempt(
                () -> arrangements.arrange(
                        new Folio(view.getContact().card().folio()),
                        new CallbackWish(CallbackWish.number(request.text("number")), CallWindows.read(request::text))),
                "person");
    }
}

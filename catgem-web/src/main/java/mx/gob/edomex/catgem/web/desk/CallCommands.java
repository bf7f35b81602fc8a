package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.channel.CallbackWish;
import mx.gob.edomex.catgem.channel.WindowTooShort;
import mx.gob.edomex.catgem.contact.CallCards;
import mx.gob.edomex.catgem.contact.CallCards.CallCard;
import mx.gob.edomex.catgem.contact.CallResult;
import mx.gob.edomex.catgem.contact.CallService;
import mx.gob.edomex.catgem.contact.CallbackArrangements;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;

/** The call that is to be made for the open contact, what came of it, and one arranged for its citizen. */
@Named
@RequestScoped
public class CallCommands {

    private static final List<String> ZONES = List.of(
            "America/Mexico_City",
            "America/Tijuana",
            "America/Los_Angeles",
            "America/Phoenix",
            "America/Denver",
            "America/Chicago",
            "America/New_York");

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

    private CallCard call;

    /** Null when the open contact is no callback. */
    public CallCard getCall() {
        if (call == null && view.getSelected() != null) {
            call = cards.of(view.getSelected()).orElse(null);
        }
        return call;
    }

    /** By the citizen's own clock. */
    public String getWindow() {
        CallbackWindow window = getCall().window();
        return DateTimeFormatter.ofPattern("dd/MM HH:mm").format(window.from().atZone(window.zone()))
                + "–"
                + DateTimeFormatter.ofPattern("HH:mm").format(window.to().atZone(window.zone()))
                + " (" + place(window.zone().getId()) + ")";
    }

    public List<String> getZones() {
        return ZONES;
    }

    public String place(String zone) {
        return zone.replaceAll(".*/", "").replace('_', ' ');
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
                        case ANOTHER_TIME -> calls.anotherTime(contact, window());
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
                        new CallbackWish(CallbackWish.number(request.text("number")), window())),
                "person");
    }

    private CallbackWindow window() {
        try {
            return CallbackWindow.of(
                    LocalDate.parse(request.text("day")),
                    LocalTime.parse(request.text("from")),
                    LocalTime.parse(request.text("to")),
                    request.text("zone"));
        } catch (DateTimeException e) {
            throw new WindowTooShort();
        }
    }
}

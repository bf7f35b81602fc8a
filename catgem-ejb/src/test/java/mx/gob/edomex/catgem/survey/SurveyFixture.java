package mx.gob.edomex.catgem.survey;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mx.gob.edomex.catgem.channel.SurveySender;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.ContactClosed;
import mx.gob.edomex.catgem.contact.ContactFinished;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.StepRecorder;
import mx.gob.edomex.catgem.shared.TestPersistence;

/** The survey of a centre, which hears of its contacts as in the container. */
public final class SurveyFixture {

    /** The ways to citizens. */
    public final List<SurveySender> senders = new CopyOnWriteArrayList<>();

    final SurveyService service;
    public final SurveyByKeypad keypad;

    public SurveyFixture(TestPersistence persistence, CentreFixture centre) {
        SurveyQuestions questions = persistence.wire(new SurveyQuestions());
        EventLedger ledger = persistence.wire(new EventLedger(), centre.time);
        service = persistence.wire(
                new SurveyService(), questions, centre.personalData, ledger, centre.alerts, centre.time);
        keypad = persistence.wire(new SurveyByKeypad(), questions, service, centre.time);
        SurveyOffering offering = persistence.wire(
                new SurveyOffering(), questions, ledger, persistence.wire(new StepRecorder(), centre.time), all());
        centre.observers.add(event -> {
            if (event instanceof ContactClosed closed) {
                offering.onClosed(closed);
            } else if (event instanceof ContactFinished finished) {
                offering.onFinished(finished);
            }
        });
    }

    private Instance<?> all() {
        return (Instance<?>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> senders.stream());
    }
}

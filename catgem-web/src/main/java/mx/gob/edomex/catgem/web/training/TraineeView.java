package mx.gob.edomex.catgem.web.training;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import mx.gob.edomex.catgem.training.TraineeCard;
import mx.gob.edomex.catgem.training.TraineeUnknown;
import mx.gob.edomex.catgem.training.TrainingQueries;
import mx.gob.edomex.catgem.training.TrainingRegister;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Person;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** The trainings of one person, and the correction of a record; who may not read others has their own. */
@Named
@RequestScoped
public class TraineeView {

    private static final List<String> DONE = List.of("corrected", "annulled");

    @Inject
    HttpServletRequest request;

    @Inject
    TrainingQueries queries;

    @Inject
    TrainingRegister register;

    @Inject
    Person person;

    @Inject
    Refusals refusals;

    private TraineeCard card;
    private String refused;

    @PostConstruct
    void read() {
        String asked = text("person");
        try {
            card = !person.isReadingTraining() || asked.isEmpty() || asked.equals(person.getUsername())
                    ? queries.own(TrainingWords.language())
                    : queries.trainee(asked, TrainingWords.language());
        } catch (TraineeUnknown e) {
            card = null;
        } catch (EJBException e) {
            if (!(e.getCause() instanceof TraineeUnknown)) {
                throw e;
            }
        }
    }

    /** Null when there is no such person. */
    public TraineeCard getCard() {
        return card;
    }

    /** Nobody corrects records of their own. */
    public boolean isCorrecting() {
        return person.isRecordingTraining() && !card.username().equals(person.getUsername());
    }

    public String correct() {
        return attempt(
                "corrected",
                () -> register.correct(
                        record(),
                        TrainingRecordView.day(text("heldOn")),
                        text("trainer"),
                        TrainingRecordView.points(text("score")),
                        text("grounds")));
    }

    public String annul() {
        return attempt("annulled", () -> register.annul(record(), text("grounds")));
    }

    private long record() {
        return text("record").matches("\\d{1,18}") ? Long.parseLong(text("record")) : 0;
    }

    private String attempt(String done, Runnable command) {
        refused = refusals.of(command);
        return refused == null
                ? "/trainee.xhtml?faces-redirect=true&person=" + card.username() + "&done=" + done
                : null;
    }

    /** What was typed for that record, or what stands. */
    public String typed(String name, long record, Object stands) {
        return refused != null && record == record() ? text(name) : stands == null ? "" : stands.toString();
    }

    private String text(String name) {
        return Parameters.text(request, name);
    }

    public String getRefused() {
        return refused;
    }

    public String getDone() {
        return DONE.contains(text("done")) && refused == null ? text("done") : "";
    }
}

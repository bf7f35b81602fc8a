package mx.gob.edomex.catgem.web.review;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import mx.gob.edomex.catgem.correction.FindingQueries;
import mx.gob.edomex.catgem.review.InputSheet.Section;
import mx.gob.edomex.catgem.review.ReviewCard;
import mx.gob.edomex.catgem.review.ReviewId;
import mx.gob.edomex.catgem.review.ReviewPapers;
import mx.gob.edomex.catgem.review.ReviewQueries;
import mx.gob.edomex.catgem.review.ReviewState;
import mx.gob.edomex.catgem.review.ReviewUnknown;
import mx.gob.edomex.catgem.review.ReviewWork;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Person;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** One management review: its inputs as they were frozen, its minutes and its decisions. */
@Named
@RequestScoped
public class ReviewView {

    private static final List<ReviewState> PATH = List.of(ReviewState.values());
    private static final List<String> DONE =
            List.of("planned", "replanned", "assembled", "written", "decided", "closed");

    @Inject
    HttpServletRequest request;

    @Inject
    ReviewQueries queries;

    @Inject
    ReviewWork work;

    @Inject
    ReviewPapers papers;

    @Inject
    FindingQueries people;

    @Inject
    Person person;

    @Inject
    Refusals refusals;

    private ReviewCard card;
    private String refused;

    /** A stage of the way: {@code past, now} or {@code ahead}. */
    public record Step(ReviewState state, String when) {}

    @PostConstruct
    void read() {
        try {
            card = queries.card(ReviewId.of(text("id")));
        } catch (ReviewUnknown e) {
            card = null;
        } catch (EJBException e) {
            if (!(e.getCause() instanceof ReviewUnknown)) {
                throw e;
            }
        }
    }

    /** Null when there is none. */
    public ReviewCard getCard() {
        return card;
    }

    public boolean isWriting() {
        return person.isSupervising() && card.isOpen();
    }

    public boolean isReplannable() {
        return isWriting() && card.state() == ReviewState.PLANNED;
    }

    public boolean isClosable() {
        return isWriting() && card.state() == ReviewState.ASSEMBLED && card.minutes() != null;
    }

    /** What is to be done next, as a text of the page. */
    public String getNext() {
        return "next."
                + switch (card.state()) {
                    case PLANNED -> "ASSEMBLE";
                    case ASSEMBLED -> card.minutes() == null ? "WRITE" : "CLOSE";
                    case CLOSED ->
                        card.decisions().stream().allMatch(one -> one.doneAt() != null) ? "NOTHING" : "DECISIONS";
                };
    }

    public List<Step> getPath() {
        int now = PATH.indexOf(card.state());
        return PATH.stream()
                .map(state -> new Step(
                        state,
                        PATH.indexOf(state) < now || card.state() == ReviewState.CLOSED
                                ? "past"
                                : PATH.indexOf(state) == now ? "now" : "ahead"))
                .toList();
    }

    public List<Section> getSections() {
        return Arrays.stream(Section.values())
                .filter(section -> !card.inputs().of(section).isEmpty())
                .toList();
    }

    public List<FindingQueries.Person> getOwners() {
        return people.owners();
    }

    public ReviewForm getForm() {
        return refused != null && !text("heldOn").isEmpty() ? ReviewForm.of(request) : ReviewForm.of(card.plan());
    }

    public String replan() {
        return attempt(
                "replanned", () -> work.replan(card.id(), ReviewForm.of(request).plan()));
    }

    public String assemble() {
        return attempt("assembled", () -> work.assemble(card.id(), text("suggestions")));
    }

    public String write() {
        return attempt("written", () -> work.write(card.id(), text("minutes")));
    }

    public String decide() {
        return attempt(
                "decided", () -> work.decide(card.id(), text("what"), text("owner"), ReviewForm.day(text("due"))));
    }

    public String close() {
        return attempt("closed", () -> work.close(card.id()));
    }

    private String attempt(String done, Runnable command) {
        refused = refusals.of(command);
        return refused == null ? "/review.xhtml?faces-redirect=true&id=" + card.id() + "&done=" + done : null;
    }

    /** What was typed and refused, or what stands. */
    public String typed(String name, String stands) {
        return refused != null && request.getParameter(name) != null ? text(name) : stands == null ? "" : stands;
    }

    /** Suggestions of the last assembling stay where they are typed. */
    public String getSuggested() {
        return typed("suggestions", card.inputs() == null ? "" : card.inputs().suggestions());
    }

    /** The minutes on paper. */
    public void paper() throws IOException {
        ReviewPapers.Paper paper = papers.of(card.id());
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.responseReset();
        answer.setResponseContentType("application/pdf");
        answer.setResponseHeader("Content-Length", Integer.toString(paper.content().length));
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + paper.name() + "\"");
        answer.setResponseHeader("Cache-Control", "no-store");
        answer.setResponseHeader("X-Content-Type-Options", "nosniff");
        answer.getResponseOutputStream().write(paper.content());
        faces.responseComplete();
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

package mx.gob.edomex.catgem.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import mx.gob.edomex.catgem.correction.FindingQueries;
import mx.gob.edomex.catgem.review.ReviewQueries;

/** Who is logged in and which places their roles open; the server checks again at every place. */
@Named
@RequestScoped
public class Person {
    /** Roles in the order in which they name a person. */
    private static final List<String> ROLES = List.of(
            "supervisor", "coordinator", "auditor", "information", "direction", "support", "advisor", "integration");

    @Inject
    HttpServletRequest request;

    @Inject
    FindingQueries findings;

    @Inject
    ReviewQueries reviews;

    private int toDo = -1;

    public boolean isKnown() {
        return request.getUserPrincipal() != null;
    }

    public String getUsername() {
        return request.getRemoteUser();
    }

    public String getRole() {
        return ROLES.stream().filter(request::isUserInRole).findFirst().orElse("");
    }

    /** A right of its own: a coordinator or supervisor who attends has it too. */
    public boolean isAttending() {
        return in("advisor");
    }

    public boolean isAdministering() {
        return in("supervisor", "support");
    }

    public boolean isReadingHistory() {
        return in("supervisor", "direction", "auditor", "coordinator");
    }

    public boolean isReadingContacts() {
        return in("coordinator", "supervisor", "auditor");
    }

    public boolean isWatchingQueue() {
        return in("coordinator", "supervisor", "support");
    }

    public boolean isReadingRoster() {
        return in("coordinator", "supervisor");
    }

    public boolean isReadingConformity() {
        return in("auditor", "supervisor", "coordinator", "direction");
    }

    /** What was found, and what was done about it. */
    public boolean isReadingFindings() {
        return in("auditor", "supervisor", "coordinator");
    }

    /** The programme of audits, and what they found. */
    public boolean isReadingAudits() {
        return in("auditor", "supervisor");
    }

    /** Plans audits and does them. */
    public boolean isAuditing() {
        return in("auditor");
    }

    /** Management reviews. */
    public boolean isReadingReviews() {
        return in("supervisor", "direction", "auditor");
    }

    /** Has trainings of their own. */
    public boolean isTrained() {
        return in("advisor", "coordinator", "information", "supervisor", "auditor", "direction", "support");
    }

    /** The trainings of everybody. */
    public boolean isReadingTraining() {
        return in("supervisor", "auditor", "coordinator");
    }

    public boolean isRecordingTraining() {
        return in("supervisor", "auditor");
    }

    /** Decides what becomes of what was found. */
    public boolean isTriaging() {
        return in("auditor", "supervisor");
    }

    /** How many corrective actions and decisions of reviews wait for the person. */
    public int getToDo() {
        if (toDo < 0) {
            toDo = in("advisor", "coordinator", "information", "supervisor", "direction", "support")
                    ? findings.toDo() + reviews.toDo()
                    : 0;
        }
        return toDo;
    }

    /** Keeps the system running. */
    public boolean isSupporting() {
        return in("support");
    }

    /** Leads the centre from the dashboard. */
    public boolean isSteering() {
        return in("coordinator", "supervisor");
    }

    public boolean isSupervising() {
        return in("supervisor");
    }

    public boolean isOnDashboard() {
        return in("coordinator", "supervisor", "direction");
    }

    public boolean isReadingFigures() {
        return in("coordinator", "supervisor", "auditor", "direction");
    }

    public boolean isRecounting() {
        return in("supervisor", "auditor");
    }

    /** Keeps the knowledge base. */
    public boolean isInforming() {
        return in("information");
    }

    public boolean isReadingEntries() {
        return in("information", "coordinator", "supervisor", "auditor");
    }

    /** The manual of procedures, with every version of each. */
    public boolean isReadingProcedures() {
        return in("information", "coordinator", "supervisor", "auditor");
    }

    /** Writes the next version of a procedure. */
    public boolean isPreparing() {
        return in("information", "coordinator", "supervisor");
    }

    /** Updates of entries, step by step. */
    public boolean isReadingUpdates() {
        return in("information", "coordinator", "supervisor", "auditor");
    }

    public boolean isReadingWorkLog() {
        return in("information", "supervisor", "auditor");
    }

    private boolean in(String... roles) {
        return List.of(roles).stream().anyMatch(request::isUserInRole);
    }
}

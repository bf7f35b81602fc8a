package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import mx.gob.edomex.catgem.contact.KnowledgeReports;
import mx.gob.edomex.catgem.knowledge.KnowledgeVersionId;
import mx.gob.edomex.catgem.knowledge.OfficerTasks;
import mx.gob.edomex.catgem.knowledge.TaskAnswer;
import mx.gob.edomex.catgem.shared.Language;

/** What an advisor reports to the information officers, and what became of it. */
@Named
@RequestScoped
public class ReportCommands {
    @Inject
    DeskRequest request;

    @Inject
    DeskAnswer answer;

    @Inject
    KnowledgeReports reports;

    @Inject
    OfficerTasks tasks;

    private List<TaskAnswer> answers;

    public void missing() {
        answer.attempt(() -> reports.missing(request.contact(), request.text("words"), language()));
    }

    public void wrong() {
        answer.attempt(() -> reports.wrong(
                request.contact(), KnowledgeVersionId.of(request.text("version")), request.text("words"), language()));
    }

    public void seen() {
        answer.attempt(() -> tasks.seen(request.id("task")), "answers");
    }

    public List<TaskAnswer> getAnswers() {
        if (answers == null) {
            answers = tasks.answers();
        }
        return answers;
    }

    private Language language() {
        return request.text("language").isEmpty() ? request.reader() : Language.valueOf(request.text("language"));
    }
}

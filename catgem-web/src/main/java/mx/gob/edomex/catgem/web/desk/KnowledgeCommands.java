package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.contact.DeskService;
import mx.gob.edomex.catgem.knowledge.KnowledgeFindings;
import mx.gob.edomex.catgem.knowledge.KnowledgeService;
import mx.gob.edomex.catgem.knowledge.KnowledgeVersionId;
import mx.gob.edomex.catgem.knowledge.PublishedEntry;
import mx.gob.edomex.catgem.shared.Language;

/** Search, reading and consulting of knowledge beside a contact. */
@Named("knowledgeOnDesk")
@RequestScoped
public class KnowledgeCommands {
    private static final int HITS = 8;

    @Inject
    DeskRequest request;

    @Inject
    DeskAnswer answer;

    @Inject
    DeskService desk;

    @Inject
    KnowledgeService knowledge;

    private KnowledgeFindings found = new KnowledgeFindings(List.of(), null);
    private PublishedEntry entry;

    public void search() {
        answer.attempt(
                () -> {
                    found = find(getLanguage());
                    if (found.hits().isEmpty() && getLanguage() != request.reader()) {
                        found = find(request.reader()); // an advisor may well look up in their own language
                    }
                },
                "found");
    }

    private KnowledgeFindings find(Language language) {
        return knowledge.search(getQuery(), language, Optional.empty(), HITS);
    }

    /** Shows the whole entry; with a contact open this is a consultation, and the version is on record. */
    public void read() {
        answer.attempt(() -> entry = consulted(), "entry", "steps", "head", "contacts");
    }

    /** The entry on the screen has a newer version: it is shown, which is no consultation yet. */
    public void newest() {
        answer.attempt(
                () -> entry =
                        knowledge.current(request.text("code"), getLanguage()).orElse(null),
                "entry");
    }

    /** Puts the entry's answer into the reply: a consultation too. */
    public void consult() {
        answer.attempt(() -> answer.say("text", consulted().summary()), "steps", "head", "contacts");
    }

    public void byHeart() {
        answer.attempt(() -> desk.knownByHeart(request.requiredContact()), "steps", "head", "contacts", "closing");
    }

    private PublishedEntry consulted() {
        KnowledgeVersionId version = KnowledgeVersionId.of(request.text("version"));
        PublishedEntry read = knowledge.version(version).orElseThrow();
        if (!request.text("inhand").isEmpty()) {
            request.contact().ifPresent(contact -> desk.consult(contact, version.value()));
        }
        return read;
    }

    public String getQuery() {
        return request.text("q");
    }

    public KnowledgeFindings getFound() {
        return found;
    }

    public PublishedEntry getEntry() {
        return entry;
    }

    /** What is looked for is told to the citizen, so the citizen's language decides. */
    public Language getLanguage() {
        return request.text("language").isEmpty() ? request.reader() : Language.valueOf(request.text("language"));
    }
}

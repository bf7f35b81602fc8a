package mx.gob.edomex.catgem.web.knowledge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.knowledge.Agency;
import mx.gob.edomex.catgem.knowledge.EntryBody;
import mx.gob.edomex.catgem.knowledge.EntryField;
import mx.gob.edomex.catgem.knowledge.EntryText;
import mx.gob.edomex.catgem.knowledge.EntryTopics;
import mx.gob.edomex.catgem.knowledge.EntryUpdates;
import mx.gob.edomex.catgem.knowledge.EntryUpdates.Saved;
import mx.gob.edomex.catgem.knowledge.EntryUpdates.Validation;
import mx.gob.edomex.catgem.knowledge.KnowledgeService;
import mx.gob.edomex.catgem.knowledge.Publication;
import mx.gob.edomex.catgem.knowledge.UpdateCard;
import mx.gob.edomex.catgem.knowledge.UpdateId;
import mx.gob.edomex.catgem.knowledge.UpdateQueries;
import mx.gob.edomex.catgem.knowledge.UpdateState;
import mx.gob.edomex.catgem.knowledge.UpdateUnknown;
import mx.gob.edomex.catgem.knowledge.WordDiff;
import mx.gob.edomex.catgem.web.desk.DeskRequest;
import mx.gob.edomex.catgem.web.shell.Person;
import mx.gob.edomex.catgem.web.shell.Times;

/** One update: written by its authors, then read and published by somebody else. */
@Named
@RequestScoped
public class UpdateView {
    @Inject
    DeskRequest request;

    @Inject
    OfficerAnswer answer;

    @Inject
    UpdateQueries queries;

    @Inject
    EntryUpdates updates;

    @Inject
    Publication publication;

    @Inject
    KnowledgeService knowledge;

    @Inject
    EntryTopics entryTopics;

    @Inject
    Person person;

    @Inject
    Times times;

    @Inject
    Clock clock;

    private UpdateCard card;
    private List<Agency> agencies;
    private List<EntryTopics.Topic> topics;
    private boolean missing;

    /** A part of the text before and after, as the reviewer reads it. */
    public record Change(EntryField field, WordDiff diff) {}

    /** A field both officers changed: what it was, hers, and mine. */
    public record Conflict(EntryField field, WordDiff theirs, WordDiff mine, String text) {}

    public void act() {
        UpdateId id = new UpdateId(request.id("id"));
        answer.attempt(() -> {
            switch (request.text("do")) {
                case "look" ->
                    answer.say("head", queries.card(id, request.reader()).head());
                case "save" -> save(id);
                case "validate" -> updates.validateSource(id, Validation.valueOf(request.text("how")));
                case "settle" -> updates.settle(id);
                case "submit" -> {
                    if (save(id).conflicts().isEmpty()) {
                        updates.submit(id);
                    }
                }
                case "handin" -> updates.submit(id);
                case "sendback" -> publication.sendBack(id, request.text("words"));
                case "publish" -> publication.publish(id, Integer.parseInt(request.text("head")));
                case "abandon" -> {
                    updates.abandon(id);
                    answer.go("information.xhtml");
                }
                default -> throw new IllegalArgumentException("no such command");
            }
        });
        answer.say("state", queries.card(id, request.reader()).line().state().name());
    }

    private Saved save(UpdateId id) {
        Map<EntryField, String> fields = new EnumMap<>(EntryField.class);
        for (EntryField field : EntryField.values()) {
            fields.put(field, request.text(field.name()));
        }
        Saved saved = updates.save(id, Integer.parseInt(request.text("head")), new EntryText(fields));
        answer.say("head", saved.revision());
        answer.say("asTyped", saved.asTyped());
        answer.say("at", times.brief(clock.instant()));
        return saved;
    }

    /** The update, or null with status 404. */
    public UpdateCard getCard() {
        if (card == null && !missing) {
            try {
                OfficerAnswer.refusal(() -> card = queries.card(UpdateId.of(request.text("id")), request.reader()));
            } catch (IllegalArgumentException | UpdateUnknown e) {
                missing = true;
                ((HttpServletResponse) FacesContext.getCurrentInstance()
                                .getExternalContext()
                                .getResponse())
                        .setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        }
        return card;
    }

    /** Supervision and auditing read an update as it stands; only officers write. */
    public boolean isEditing() {
        return person.isInforming() && getCard().line().state() == UpdateState.DRAFT;
    }

    public boolean isReviewing() {
        return person.isInforming() && getCard().line().state() == UpdateState.IN_REVIEW;
    }

    public String text(String field) {
        EntryField named = EntryField.valueOf(field);
        return edited(named, getCard().text().get(named));
    }

    private String edited(EntryField field, String text) {
        return field == EntryField.BODY_ES || field == EntryField.BODY_EN
                ? EntryBody.edited(text, request.reader())
                : text;
    }

    public int longest(String field) {
        return EntryField.valueOf(field).longest();
    }

    public boolean lacks(String field) {
        return getCard().missing().contains(EntryField.valueOf(field));
    }

    /** What the draft changes of the published text. */
    public List<Change> getChanges() {
        return Arrays.stream(EntryField.values())
                .map(field -> new Change(
                        field,
                        WordDiff.of(
                                shown(field, getCard().base().get(field)),
                                shown(field, getCard().text().get(field)))))
                .filter(change -> change.diff().isChanged())
                .toList();
    }

    /** A code by its name and a day as people write it; everything else as it is. */
    private String shown(EntryField field, String text) {
        return switch (field) {
            case TOPIC -> name(getTopics(), text, EntryTopics.Topic::code, EntryTopics.Topic::name);
            case AGENCY -> name(getAgencies(), text, Agency::code, Agency::name);
            case VALID_FROM, VALID_UNTIL, REVIEW_ON -> day(text);
            default -> edited(field, text);
        };
    }

    private static <T> String name(List<T> all, String code, Function<T, String> codeOf, Function<T, String> nameOf) {
        return all.stream()
                .filter(one -> codeOf.apply(one).equals(code))
                .map(nameOf)
                .findFirst()
                .orElse(code);
    }

    private String day(String text) {
        try {
            return text.isEmpty() ? text : times.day(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** The fields in which the reader's own words wait for a decision. */
    public List<Conflict> getConflicts() {
        UpdateCard.Aside aside = getCard().aside();
        return aside == null
                ? List.of()
                : Stream.of(EntryField.values())
                        .filter(field ->
                                !aside.text().get(field).equals(aside.base().get(field))
                                        && !aside.text()
                                                .get(field)
                                                .equals(getCard().text().get(field)))
                        .map(field -> new Conflict(
                                field,
                                WordDiff.of(
                                        shown(field, aside.base().get(field)),
                                        shown(field, getCard().text().get(field))),
                                WordDiff.of(
                                        shown(field, aside.base().get(field)),
                                        shown(field, aside.text().get(field))),
                                edited(field, aside.text().get(field))))
                        .toList();
    }

    public List<Validation> getValidations() {
        return List.of(Validation.values());
    }

    public List<Agency> getAgencies() {
        if (agencies == null) {
            agencies = knowledge.agencies(request.reader());
        }
        return agencies;
    }

    public List<EntryTopics.Topic> getTopics() {
        if (topics == null) {
            topics = entryTopics.all(request.reader());
        }
        return topics;
    }

    public Instant getNow() {
        return clock.instant();
    }
}

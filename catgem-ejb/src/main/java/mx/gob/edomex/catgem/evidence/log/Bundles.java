package mx.gob.edomex.catgem.evidence.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.NewJson;
import mx.gob.edomex.catgem.shared.Sql;

/** Reads what proves a folio, a day or a sample, and writes it as a bundle. Who may have it is decided by callers. */
@Stateless
@PermitAll
public class Bundles {

    private static final int LEAVES = 100_000;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Checkpoints checkpoints;

    @Inject
    LogKeys keys;

    @Inject
    Clock clock;

    /** Whether every row about the subject is under a signed checkpoint. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean isSealed(UUID subject) {
        return Sql.on(
                        entities,
                        """
                        select 1 where not exists (
                          select 1 from event e
                          left join log_leaf l on l.event_id = e.id
                          where (e.contact_id = :subject or (e.contact_id is null and e.execution_id = :subject))
                            and (l.idx is null or l.idx >= (select coalesce(max(size), 0) from log_checkpoint)))
                        """)
                .set("subject", subject)
                .exists();
    }

    /**
     * All that is sealed about a contact, or about an execution of other work.
     *
     * @param held size of a checkpoint the asker holds, to which the bundle is to lead; or null
     * @throws NothingSealed when there is nothing
     */
    public BundleContent ofSubject(UUID subject, Long held) {
        long size = sealed();
        List<BundleWriter.Leaf> leaves =
                leaves("l.subject = :subject and l.idx < :size order by l.idx", sql -> sql.set("subject", subject)
                        .set("size", size));
        if (leaves.isEmpty()) {
            throw new NothingSealed();
        }
        return content(BundleContent.Kind.FOLIO, subject.toString(), List.of(), leaves, held);
    }

    /**
     * All that is sealed about the contacts of an audit's sample, and the audit's own acts among it: that the seed was on
     * record before anything was drawn is proven with what was drawn.
     *
     * @param contacts one or more
     * @param acts when something was done to the audit itself
     * @throws NothingSealed when there is nothing of one of them
     * @throws BundleTooLarge when there are too many records
     */
    public BundleContent ofSample(UUID audit, List<UUID> contacts, List<Instant> acts, Long held) {
        List<BundleWriter.Leaf> leaves = leaves(
                """
                l.idx < :size and (
                  l.subject in (select cast(value as uuid) from json_array_elements_text(cast(:contacts as json)) as value)
                  or (l.subject is null and e.refs ->> 'audit' = :audit and l.event_id in (
                    select a.id from event a
                    join json_array_elements_text(cast(:acts as json)) as act on a.at = cast(act.value as timestamptz))))
                order by l.idx
                """,
                sql -> sql.set("size", sealed())
                        .set("audit", audit.toString())
                        .set("contacts", json(contacts))
                        .set("acts", json(acts)));
        if (leaves.size() > LEAVES) {
            throw new BundleTooLarge(leaves.size());
        }
        if (!contacts.stream().allMatch(contact -> leaves.stream().anyMatch(leaf -> isOf(leaf, contact)))) {
            throw new NothingSealed();
        }
        List<String> ids = contacts.stream().map(UUID::toString).sorted().toList();
        return content(BundleContent.Kind.SAMPLE, audit.toString(), ids, leaves, held);
    }

    private static boolean isOf(BundleWriter.Leaf leaf, UUID contact) {
        return leaf.canonical().contains("\"contact\":\"" + contact + "\"");
    }

    private static String json(List<?> values) {
        JsonArrayBuilder array = NewJson.array();
        values.forEach(value -> array.add(value.toString()));
        return array.build().toString();
    }

    /**
     * All records from the last checkpoint before a day to the first after it, without a gap.
     *
     * @throws NothingSealed when nothing was signed since the day began
     * @throws BundleTooLarge when there are too many
     */
    public BundleContent ofDay(LocalDay day, Long held) {
        long first = checkpoints.signedBefore(day.start()).map(Bundles::sizeOf).orElse(0L);
        long end = checkpoints.signedAfter(day.end()).map(Bundles::sizeOf).orElseGet(this::sealed);
        if (end <= first) {
            throw new NothingSealed();
        }
        if (end - first > LEAVES) {
            throw new BundleTooLarge(end - first);
        }
        List<BundleWriter.Leaf> leaves =
                leaves("l.idx >= :first and l.idx < :end order by l.idx", sql -> sql.set("first", first)
                        .set("end", end));
        return content(BundleContent.Kind.DAY, day.date().toString(), List.of(), leaves, held);
    }

    private long sealed() {
        return checkpoints.last().map(Bundles::sizeOf).orElse(0L);
    }

    private static long sizeOf(SignedNote checkpoint) {
        return Checkpoint.of(checkpoint).size();
    }

    private List<BundleWriter.Leaf> leaves(String which, UnaryOperator<Sql> set) {
        return set.apply(Sql.on(
                        entities,
                        """
                        select l.idx, l.n, %s from log_leaf l join event e on e.id = l.event_id
                        left join procedure_version v on v.id = e.version_id where %s
                        """
                                .formatted(LedgerLeaf.COLUMNS, which)))
                .list(row ->
                        new BundleWriter.Leaf(row.big("idx"), LedgerLeaf.of(row).canonical(row.numberOrNull("n"))));
    }

    private BundleContent content(
            BundleContent.Kind kind, String subject, List<String> contacts, List<BundleWriter.Leaf> leaves, Long held) {
        SignedNote newest = checkpoints.last().orElseThrow(NothingSealed::new);
        long lastLeaf = leaves.get(leaves.size() - 1).index();
        SortedMap<Long, SignedNote> chosen = new TreeMap<>();
        chosen.put(sizeOf(newest), newest);
        checkpoints.covering(lastLeaf).ifPresent(note -> chosen.put(sizeOf(note), note));
        checkpoints.lastWitnessed().ifPresent(note -> chosen.put(sizeOf(note), note));
        Optional.ofNullable(held).flatMap(checkpoints::at).ifPresent(note -> chosen.put(sizeOf(note), note));
        if (chosen.size() == 1) {
            checkpoints.before(sizeOf(newest)).ifPresent(note -> chosen.put(sizeOf(note), note));
        }
        List<SignedNote> notes = chosen.size() == 1 ? List.of(newest, newest) : List.copyOf(chosen.values());
        return new BundleContent(kind, subject, contacts, leaves, notes, new TreeSet<>(procedures(leaves)));
    }

    private List<String> procedures(List<BundleWriter.Leaf> leaves) {
        Map<UUID, String> texts = new HashMap<>();
        Sql.on(entities, "select id, canonical_json from procedure_version where canonical_json is not null")
                .list(row -> Map.entry(row.uuid("id"), row.text("canonical_json")))
                .forEach(text -> texts.put(text.getKey(), text.getValue()));
        return texts.entrySet().stream()
                .filter(text -> leaves.stream()
                        .anyMatch(leaf -> leaf.canonical().contains("\"version\":\"" + text.getKey() + "\"")))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * @param title what people call it: a folio, a day
     * @param by user name of who asked
     * @param files for people, by name
     */
    public void write(OutputStream out, BundleContent content, String title, String by, Map<String, byte[]> files)
            throws IOException {
        BundleWriter bundle = new BundleWriter(out);
        MerkleTree tree = new MerkleTree(new StoredNodes(entities));
        bundle.keys(keys.published());
        bundle.checkpoints(content.checkpoints(), tree);
        bundle.leaves(content.leaves(), tree, content.logSize());
        for (String procedure : content.procedures()) {
            bundle.procedure(procedure);
        }
        for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
            bundle.file(file.getKey(), stream -> stream.write(file.getValue()));
        }
        bundle.sign(about(content, title, by), keys.signer());
    }

    private Map<String, Object> about(BundleContent content, String title, String by) {
        Map<String, Object> about = new HashMap<>(Map.of(
                "origin", keys.origin(),
                "kind", content.kind().name(),
                "subject", content.subject(),
                "title", title,
                "made", LedgerLeaf.micros(clock.instant()),
                "by", by,
                "leaves", content.size()));
        if (content.kind() == BundleContent.Kind.SAMPLE) {
            about.put("subjects", content.contacts());
        }
        return about;
    }
}

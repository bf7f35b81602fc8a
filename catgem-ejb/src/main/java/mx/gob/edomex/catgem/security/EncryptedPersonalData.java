package mx.gob.edomex.catgem.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** Personal data in PostgreSQL, sealed by the application: the database never sees a key or a plain value. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRED)
public class EncryptedPersonalData implements PersonalData {

    /** Two of a million words have the same token once in five hundred centres. */
    private static final int TOKEN_BYTES = 6;

    private static final String OF_THEIR_CONTACTS =
            "contact_id in (select contact_id from arrival where subject_id = :id)";

    /** What is of no use without its person, and whose it is. */
    private static final Map<String, String> DELETED = Map.of(
            "personal_field", "subject_id = :id",
            "personal_lookup", "subject_id = :id",
            "contact_search", OF_THEIR_CONTACTS,
            "search_refill", OF_THEIR_CONTACTS,
            "chat_transcript_request", "session_id in (select id from chat_session where subject_id = :id)");

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    MasterKey master;

    @Override
    public void ensure(SubjectId subject) {
        Sql.on(entities, "insert into subject (id, wrapped_key) values (:id, :key) on conflict do nothing")
                .set("id", subject.value())
                .set("key", Sealing.seal(master.bytes(), context(subject), Sealing.newKey()))
                .update();
    }

    @Override
    public byte[] seal(SubjectId subject, byte[] plain) {
        return Sealing.seal(key(subject).orElseThrow(() -> new SubjectErased(subject)), context(subject), plain);
    }

    @Override
    public byte[] open(SubjectId subject, byte[] sealed) {
        return Sealing.open(key(subject).orElseThrow(() -> new SubjectErased(subject)), context(subject), sealed);
    }

    @Override
    public byte[] seal(SubjectId subject, String plain) {
        return seal(subject, plain.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> openText(SubjectId subject, byte[] sealed) {
        if (sealed == null) {
            return Optional.empty();
        }
        return key(subject).map(key -> new String(Sealing.open(key, context(subject), sealed), StandardCharsets.UTF_8));
    }

    @Override
    public void put(SubjectId subject, String field, String value) {
        if (value == null || value.isBlank()) {
            Sql.on(entities, "delete from personal_field where subject_id = :id and name = :name")
                    .set("id", subject.value())
                    .set("name", field)
                    .update();
            return;
        }
        Sql.on(
                        entities,
                        """
                        insert into personal_field (subject_id, name, sealed) values (:id, :name, :sealed)
                        on conflict (subject_id, name) do update set sealed = excluded.sealed
                        """)
                .set("id", subject.value())
                .set("name", field)
                .set("sealed", seal(subject, value))
                .update();
    }

    @Override
    public Optional<String> get(SubjectId subject, String field) {
        return Sql.on(entities, "select sealed from personal_field where subject_id = :id and name = :name")
                .set("id", subject.value())
                .set("name", field)
                .first(row -> row.bytes("sealed"))
                .flatMap(value -> openText(subject, value));
    }

    @Override
    public void index(SubjectId subject, String kind, String value) {
        Sql.on(
                        entities,
                        """
                        insert into personal_lookup (subject_id, kind, digest) values (:id, :kind, :digest)
                        on conflict do nothing
                        """)
                .set("id", subject.value())
                .set("kind", kind)
                .set("digest", digest(kind, value))
                .update();
    }

    @Override
    public Optional<SubjectId> find(String kind, String value) {
        return Sql.on(
                        entities,
                        """
                        select s.id from personal_lookup l join subject s on s.id = l.subject_id
                        where l.kind = :kind and l.digest = :digest and s.erased_at is null
                        order by s.created_at desc limit 1
                        """)
                .set("kind", kind)
                .set("digest", digest(kind, value))
                .first(row -> row.subject("id"));
    }

    @Override
    public String token(String kind, String value) {
        byte[] digest = Sealing.digest(master.bytes(), (kind + "|" + value).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, TOKEN_BYTES));
    }

    @Override
    public SortedMap<String, Integer> erase(SubjectId subject) {
        SortedMap<String, Integer> destroyed = new TreeMap<>();
        for (SealedColumns table : sealedColumns()) {
            destroyed.merge(table.name(), table.empty(entities, subject), Integer::sum);
        }
        DELETED.forEach((table, whose) -> destroyed.merge(
                table,
                Sql.on(entities, "delete from " + table + " where " + whose)
                        .set("id", subject)
                        .update(),
                Integer::sum));
        destroyed.merge(
                "subject",
                Sql.on(
                                entities,
                                "update subject set wrapped_key = null, erased_at = now() where id = :id and erased_at is null")
                        .set("id", subject)
                        .update(),
                Integer::sum);
        destroyed.values().removeIf(rows -> rows == 0);
        return destroyed;
    }

    /**
     * Every column of sealed bytes or of a digest of what was sealed, as the database knows them: none is forgotten. A
     * supporting document belongs to no person; its row is never changed.
     */
    private List<SealedColumns> sealedColumns() {
        return Sql.on(
                        entities,
                        """
                        select c.table_name, string_agg(c.column_name, ',' order by c.column_name) as columns,
                          exists (select 1 from information_schema.columns s where s.table_schema = c.table_schema
                                  and s.table_name = c.table_name and s.column_name = 'subject_id') as subject,
                          exists (select 1 from information_schema.columns s where s.table_schema = c.table_schema
                                  and s.table_name = c.table_name and s.column_name = 'contact_id'
                                  and s.is_nullable = 'NO') as contact
                        from information_schema.columns c
                        where c.table_schema = current_schema() and c.data_type = 'bytea'
                          and (c.column_name like '%\\_sealed' or c.column_name like '%sha256')
                          and c.table_name <> 'supporting_document'
                        group by c.table_schema, c.table_name order by c.table_name
                        """)
                .list(row -> new SealedColumns(
                        row.text("table_name"),
                        List.of(row.text("columns").split(",", -1)),
                        row.flag("subject"),
                        row.flag("contact")))
                .stream()
                .filter(table -> table.bySubject() || table.byContact())
                .toList();
    }

    /** @param byContact each row belongs to a contact, by which it is found without reading the whole table */
    private record SealedColumns(String name, List<String> columns, boolean bySubject, boolean byContact) {

        int empty(EntityManager entities, SubjectId subject) {
            String values = columns.stream().map(SealedColumns::emptied).collect(Collectors.joining(", "));
            String whose = Stream.of(bySubject ? "subject_id = :id" : "", byContact ? OF_THEIR_CONTACTS : "")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" and "));
            return Sql.on(entities, "update " + name + " set " + values + " where " + whose)
                    .set("id", subject)
                    .update();
        }

        /** From the digest of a short text the text can be guessed; nothing has the digest of a random number. */
        private static String emptied(String column) {
            String empty = column.endsWith("sha256")
                    ? "sha256(cast(cast(gen_random_uuid() as text) as bytea))"
                    : "cast('' as bytea)";
            return column + " = case when " + column + " is not null then " + empty + " end";
        }
    }

    private Optional<byte[]> key(SubjectId subject) {
        return Sql.on(entities, "select wrapped_key from subject where id = :id and wrapped_key is not null")
                .set("id", subject.value())
                .first(row -> row.bytes("wrapped_key"))
                .map(wrapped -> Sealing.open(master.bytes(), context(subject), wrapped));
    }

    private byte[] digest(String kind, String value) {
        String normal = kind + "|" + value.strip().toLowerCase(Locale.ROOT);
        return Sealing.digest(master.bytes(), normal.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] context(SubjectId subject) {
        return subject.toString().getBytes(StandardCharsets.UTF_8);
    }
}

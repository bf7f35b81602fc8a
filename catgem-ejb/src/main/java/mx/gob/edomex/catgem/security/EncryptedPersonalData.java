package mx.gob.edomex.catgem.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/** Personal data in PostgreSQL, sealed by the application: the database never sees a key or a plain value. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRED)
public class EncryptedPersonalData implements PersonalData {

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
    public void erase(SubjectId subject) {
        for (String table : List.of("personal_field", "personal_lookup")) {
            Sql.on(entities, "delete from " + table + " where subject_id = :id")
                    .set("id", subject.value())
                    .update();
        }
        Sql.on(
                        entities,
                        "update subject set wrapped_key = null, erased_at = now() where id = :id and erased_at is null")
                .set("id", subject.value())
                .update();
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

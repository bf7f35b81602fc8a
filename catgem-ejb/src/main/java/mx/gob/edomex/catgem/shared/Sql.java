package mx.gob.edomex.catgem.shared;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A statement in the database's own language, run through the persistence context's connection and transaction.
 * Compare-and-set, {@code on conflict} and {@code returning} are the heart of the queue and have no other spelling.
 * Identities and enums may be set as they are.
 */
public final class Sql {

    private static final int FETCHED = 1000;

    private final EntityManager entities;
    private final String text;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Sql(EntityManager entities, String text) {
        this.entities = entities;
        this.text = text;
    }

    public static Sql on(EntityManager entities, String text) {
        return new Sql(entities, text);
    }

    public Sql set(String name, Object value) {
        parameters.put(name, plain(value));
        return this;
    }

    /** @return how many rows changed */
    public int update() {
        return bound(entities.createNativeQuery(text)).executeUpdate();
    }

    public <T> List<T> list(Function<Row, T> mapper) {
        List<?> rows = bound(entities.createNativeQuery(text, Tuple.class)).getResultList();
        return rows.stream().map(row -> mapper.apply(new Row((Tuple) row))).toList();
    }

    /** Row after row as the database hands them over, for lists too long to hold; within a transaction. */
    public void each(Consumer<Row> reader) {
        Query query = bound(entities.createNativeQuery(text, Tuple.class)).setHint("org.hibernate.fetchSize", FETCHED);
        try (Stream<?> rows = query.getResultStream()) {
            rows.forEach(row -> reader.accept(new Row((Tuple) row)));
        }
    }

    /** Rows as entities, with all their columns. */
    @SuppressWarnings("unchecked") // as the class says
    public <T> List<T> entities(Class<T> type) {
        return bound(entities.createNativeQuery(text, type)).getResultList();
    }

    public <T> Optional<T> first(Function<Row, T> mapper) {
        return list(mapper).stream().findFirst();
    }

    public boolean exists() {
        return !bound(entities.createNativeQuery(text, Tuple.class))
                .getResultList()
                .isEmpty();
    }

    private Query bound(Query query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private static Object plain(Object value) {
        if (value instanceof ContactId id) {
            return id.value();
        } else if (value instanceof SubjectId id) {
            return id.value();
        } else if (value instanceof MatterId id) {
            return id.value();
        } else if (value instanceof OfferId id) {
            return id.value();
        } else if (value instanceof Folio folio) {
            return folio.value();
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value;
    }

    /** One row of a result, by column label. */
    public static final class Row {

        private final Tuple tuple;

        private Row(Tuple tuple) {
            this.tuple = tuple;
        }

        public String text(String label) {
            return (String) tuple.get(label);
        }

        public UUID uuid(String label) {
            return (UUID) tuple.get(label);
        }

        public int number(String label) {
            return ((Number) tuple.get(label)).intValue();
        }

        public Integer numberOrNull(String label) {
            return tuple.get(label) == null ? null : Integer.valueOf(number(label));
        }

        public long big(String label) {
            return ((Number) tuple.get(label)).longValue();
        }

        public Long bigOrNull(String label) {
            return tuple.get(label) == null ? null : Long.valueOf(big(label));
        }

        public double decimal(String label) {
            return ((Number) tuple.get(label)).doubleValue();
        }

        public Double decimalOrNull(String label) {
            return tuple.get(label) == null ? null : Double.valueOf(decimal(label));
        }

        /** A numeric as it stands, or null. */
        public BigDecimal exact(String label) {
            return (BigDecimal) tuple.get(label);
        }

        public boolean flag(String label) {
            return (Boolean) tuple.get(label);
        }

        public byte[] bytes(String label) {
            return (byte[]) tuple.get(label);
        }

        /** The instant, or null. */
        public Instant instant(String label) {
            Object value = tuple.get(label);
            return value instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : value instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) value;
        }

        public ContactId contact(String label) {
            return new ContactId(uuid(label));
        }

        public SubjectId subject(String label) {
            return new SubjectId(uuid(label));
        }

        public <E extends Enum<E>> E constant(String label, Class<E> type) {
            String name = text(label);
            return name == null ? null : Enum.valueOf(type, name);
        }
    }
}

package mx.gob.edomex.catgem.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGPoolingDataSource;

/**
 * The production persistence unit on a {@link TestDatabase}, without a server, so that services run in plain tests.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestPersistence persistence = TestPersistence.tryout();
 *
 * private final ContactService contacts = persistence.wire(new ContactService());
 *
 * @Test
 * void aContactIsOpened() {
 *     Folio folio = persistence.inTransaction(() -> contacts.open(request));
 * }
 * }</pre>
 *
 * The wired entity manager belongs to the transaction of the calling thread, as in the container; threads may run
 * transactions of their own side by side.
 */
public final class TestPersistence implements BeforeAllCallback, AfterAllCallback {

    private static final String UNIT = "catgem";

    private final TestDatabase database;
    // One for each persistence unit under test; a static one would mix the databases of two test classes.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

    private EntityManagerFactory factory;

    @SuppressWarnings("deprecation")
    private PGPoolingDataSource pool;

    private TestPersistence(TestDatabase database) {
        this.database = database;
    }

    /** On a database with the example content of a try-out installation. */
    public static TestPersistence tryout() {
        return new TestPersistence(TestDatabase.tryout());
    }

    /** On a database without example content. */
    public static TestPersistence production() {
        return new TestPersistence(TestDatabase.production());
    }

    /** On a database as a production installation is born. */
    public static TestPersistence newProduction() {
        return new TestPersistence(TestDatabase.newProduction());
    }

    public TestDatabase database() {
        return database;
    }

    /**
     * Sets every {@code @PersistenceContext} field of the bean, private ones too, and every {@code @Inject} field that
     * one of the parts fits, and hands the bean back. What lives as long as a request is made for it.
     */
    public <T> T wire(T bean, Object... parts) {
        for (Class<?> type = bean.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(PersistenceContext.class)) {
                    set(field, bean, entityManager());
                } else if (field.isAnnotationPresent(Inject.class)) {
                    Arrays.stream(parts)
                            .filter(field.getType()::isInstance)
                            .findFirst()
                            .or(() -> ofTheRequest(field.getType()))
                            .ifPresent(part -> set(field, bean, part));
                }
            }
        }
        return bean;
    }

    /** An entity manager that works inside {@link #inTransaction}, for beans that take it in their constructor. */
    public EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    EntityManager entityManager = current.get();
                    if (entityManager == null) {
                        throw new IllegalStateException("outside of a transaction: use inTransaction(…)");
                    }
                    try {
                        return method.invoke(entityManager, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Commits when the work returns, rolls back when it throws; the exception comes out as it is. */
    public <T> T inTransaction(Callable<T> work) {
        if (current.get() != null) {
            throw new IllegalStateException("this thread is in a transaction already");
        }
        EntityManager entityManager = factory().createEntityManager();
        EntityTransaction transaction = entityManager.getTransaction();
        try {
            current.set(entityManager);
            transaction.begin();
            T result = work.call();
            transaction.commit();
            return result;
        } catch (Exception e) {
            throw asUnchecked(e);
        } finally {
            current.remove();
            if (transaction.isActive()) {
                transaction.rollback();
            }
            entityManager.close();
        }
    }

    /** Each statement by itself, as in a container's call without a transaction; for work that only reads. */
    public <T> T outsideTransaction(Callable<T> work) {
        if (current.get() != null) {
            throw new IllegalStateException("this thread is in a transaction already");
        }
        try (EntityManager entityManager = factory().createEntityManager()) {
            current.set(entityManager);
            return work.call();
        } catch (Exception e) {
            throw asUnchecked(e);
        } finally {
            current.remove();
        }
    }

    /** As {@link #inTransaction(Callable)}, for work without a result. */
    public void inTransaction(Work work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        database.open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (factory != null) {
            factory.close();
            factory = null;
            pool.close();
        }
        database.close();
    }

    // Hibernate starts with the first transaction, not with the class: some tests of a class need the database only.
    private synchronized EntityManagerFactory factory() {
        if (factory == null) {
            factory = Persistence.createEntityManagerFactory(
                    UNIT,
                    Map.of(
                            "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                            "jakarta.persistence.nonJtaDataSource", pool(),
                            "hibernate.transaction.jta.platform", "NoJtaPlatform"));
        }
        return factory;
    }

    /** To connect costs more than most transactions of a test. */
    @SuppressWarnings("deprecation") // deprecated in favour of pools for production
    private PGPoolingDataSource pool() {
        pool = new PGPoolingDataSource();
        pool.setDataSourceName("catgem-" + System.identityHashCode(this));
        pool.setURL(database.jdbcUrl());
        pool.setUser("postgres");
        pool.setMaxConnections(100);
        return pool;
    }

    private static Optional<Object> ofTheRequest(Class<?> type) {
        if (!type.isAnnotationPresent(RequestScoped.class)) {
            return Optional.empty();
        }
        try {
            return Optional.of(type.getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Field field, Object bean, Object value) {
        try {
            field.setAccessible(true);
            field.set(bean, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException asUnchecked(Exception e) {
        return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }

    /** Work that may fail in the ways of a database. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }
}

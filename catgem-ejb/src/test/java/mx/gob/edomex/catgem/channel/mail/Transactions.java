package mx.gob.edomex.catgem.channel.mail;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import mx.gob.edomex.catgem.shared.TestPersistence;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.matcher.ElementMatchers;

/** Gives beans the transactions of the container: a call joins the thread's transaction or gets one of its own. */
final class Transactions {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final TestPersistence persistence;
    // Belongs to one test class's persistence, as the transactions do.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    Transactions(TestPersistence persistence) {
        this.persistence = persistence;
    }

    /** For work that the test itself put into a transaction. */
    void joining(Runnable work) {
        inside.set(true);
        try {
            work.run();
        } finally {
            inside.remove();
        }
    }

    @SuppressWarnings("unchecked")
    <T> T around(T bean) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            method.setAccessible(true);
            Callable<Object> call = () -> method.invoke(bean, arguments);
            try {
                return inside.get() ? call.call() : persistence.inTransaction(() -> joined(call));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        try {
            return (T) new ByteBuddy()
                    .subclass(bean.getClass())
                    .name(getClass().getPackageName() + ".Transactional" + NUMBER.incrementAndGet())
                    .method(ElementMatchers.isPublic()
                            .and(ElementMatchers.not(ElementMatchers.isDeclaredBy(Object.class))))
                    .intercept(InvocationHandlerAdapter.of(handler))
                    .make()
                    .load(getClass().getClassLoader(), ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
                    .getLoaded()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object joined(Callable<Object> call) throws Exception {
        inside.set(true);
        try {
            return call.call();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            inside.remove();
        }
    }
}

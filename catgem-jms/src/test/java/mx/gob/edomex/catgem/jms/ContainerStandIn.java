package mx.gob.edomex.catgem.jms;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.matcher.ElementMatchers;

/** What the container puts around a service: each call from outside is a transaction. */
final class ContainerStandIn {

    private ContainerStandIn() {}

    /** Runs one call in a transaction of its own. */
    interface Transactions {
        Object does(Callable<Object> work);
    }

    static <T> T around(Class<T> type, T bean, Transactions transactions) {
        try {
            return new ByteBuddy()
                    .subclass(type)
                    .method(ElementMatchers.isPublic().and(ElementMatchers.isDeclaredBy(type)))
                    .intercept(InvocationHandlerAdapter.of((proxy, method, arguments) -> transactions.does(() -> {
                        try {
                            return method.invoke(bean, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause() instanceof Exception cause ? cause : e;
                        }
                    })))
                    .make()
                    .load(type.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
                    .getLoaded()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

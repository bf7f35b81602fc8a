package mx.gob.edomex.catgem.jms;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.matcher.ElementMatchers;

/** What the container puts around a service: each call from outside is a transaction, unless the method needs none. */
final class ContainerStandIn {

    private ContainerStandIn() {}

    /** Runs one call, in a transaction of its own or outside of any. */
    interface Calls {
        Object run(Callable<Object> work, boolean inTransaction);
    }

    static <T> T around(Class<T> type, T bean, Calls calls) {
        try {
            return new ByteBuddy()
                    .subclass(type)
                    .method(ElementMatchers.isPublic().and(ElementMatchers.isDeclaredBy(type)))
                    .intercept(InvocationHandlerAdapter.of((proxy, method, arguments) -> calls.run(
                            () -> {
                                try {
                                    return method.invoke(bean, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause() instanceof Exception cause ? cause : e;
                                }
                            },
                            needsTransaction(method))))
                    .make()
                    .load(type.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
                    .getLoaded()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean needsTransaction(Method method) {
        TransactionAttribute attribute = method.getAnnotation(TransactionAttribute.class);
        return attribute == null || attribute.value() != TransactionAttributeType.SUPPORTS;
    }
}

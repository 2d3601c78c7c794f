package io.tidings.messaging.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stands between a driver and those who call it. */
public final class Proxied {
    private Proxied() {}

    /** What becomes of a call; what an invoked method threw is thrown on as it was. */
    @FunctionalInterface
    public interface Call {
        @Nullable Object answer(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    public static <T> T of(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Proxied.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return call.answer(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }
}

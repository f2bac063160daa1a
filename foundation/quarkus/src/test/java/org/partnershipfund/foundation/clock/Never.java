package org.partnershipfund.foundation.clock;

import java.lang.reflect.Proxy;

/** Stands for what a test says is never asked. */
final class Never {

    private Never() {}

    static <T> T asked(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> {
            throw new AssertionError("nobody should call " + method);
        }));
    }
}

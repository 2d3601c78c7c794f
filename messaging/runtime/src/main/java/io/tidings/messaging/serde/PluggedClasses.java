package io.tidings.messaging.serde;

import org.apache.kafka.common.config.ConfigException;

/** Makes the classes that a configuration names. */
final class PluggedClasses {

    private PluggedClasses() {}

    /** By the application's loader: this library may stand in a parent of it. */
    static <T> T make(String setting, String className, Class<T> kind, ClassLoader loader) {
        try {
            Class<?> named = Class.forName(className, true, loader);
            return kind.cast(named.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            ConfigException refused = new ConfigException(
                    setting,
                    className,
                    "a " + kind.getSimpleName() + " with a constructor without parameters is expected");
            refused.initCause(e);
            throw refused;
        }
    }
}

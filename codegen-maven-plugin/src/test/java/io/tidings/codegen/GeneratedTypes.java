package io.tidings.codegen;

import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.KeyPlan;
import io.tidings.codegen.plan.MessageChoice;
import io.tidings.codegen.plan.MessageChoice.Variant;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.messaging.Received;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Generated classes, used without knowing them when the test was compiled. */
final class GeneratedTypes {

    /** So many values of a type are tried until one can be written: Avro refuses some decimals that it reads. */
    private static final int TRIES = 50;

    private final ClassLoader loader;
    private final Random random;
    private final RandomDatums datums;
    private final Map<JavaName, AvroItself> avro = new HashMap<>();

    GeneratedTypes(ClassLoader loader, long seed) {
        this.loader = loader;
        this.random = new Random(seed);
        this.datums = new RandomDatums(seed);
    }

    Class<?> load(JavaName name) {
        return load(name.packageName() + "." + name.simpleName());
    }

    private Class<?> load(String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    Object create(JavaName type, Class<?>[] parameters, Object... arguments) {
        try {
            return load(type).getConstructor(parameters).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** An instance of a record class of this package, by its canonical constructor. */
    Object make(JavaName type, List<? extends @Nullable Object> components) {
        try {
            return load(type).getConstructors()[0].newInstance(components.toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** The constants of an enum within a class. */
    Object[] constants(JavaName owner, String nested) {
        return java.util.Objects.requireNonNull(load(owner.packageName() + "." + owner.simpleName() + "$" + nested)
                .getEnumConstants());
    }

    /** An implementation of a generated interface of one method, which is given a message and what came with it. */
    Object handler(JavaName type, BiFunction<Received<?, ?>, List<Object>, @Nullable Object> does) {
        return Proxy.newProxyInstance(
                loader,
                new Class<?>[] {load(type)},
                (proxy, method, arguments) -> does.apply(
                        (Received<?, ?>) arguments[0], List.of(arguments).subList(1, arguments.length)));
    }

    /** The record of a kind of message, as it is once it has been written and read. */
    Object value(MessagePlan message) {
        return value(message.payload());
    }

    private Object value(JavaName name) {
        Class<?> type = load(name);
        try {
            Schema schema = (Schema) type.getMethod("getClassSchema").invoke(null);
            AvroItself itself = avro.computeIfAbsent(name, absent -> itself(type, schema));
            for (int i = 0; i < TRIES; i++) {
                byte[] bytes = AvroItself.generic(schema, datums.datum(schema));
                try {
                    return itself.read(itself.write(itself.read(bytes)));
                } catch (AvroRuntimeException | ArithmeticException unwritable) {
                    // another one, then
                }
            }
        } catch (ReflectiveOperationException | IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("No value of " + type + " can be written");
    }

    private static AvroItself itself(Class<?> type, Schema schema) {
        try {
            return new AvroItself(type, schema);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A key of a kind; null where there are none. */
    @Nullable Object key(KeyPlan key) {
        return switch (key.kind()) {
            case NONE -> null;
            case STRING -> "key " + random.nextInt();
            case LONG -> random.nextLong();
            case INTEGER -> random.nextInt();
            case FLOAT -> random.nextFloat();
            case DOUBLE -> random.nextDouble();
            case BOOLEAN -> random.nextBoolean();
            case AVRO -> value(java.util.Objects.requireNonNull(key.type()));
            case UUID -> new UUID(random.nextLong(), random.nextLong());
            case BYTES -> ("key " + random.nextInt()).getBytes(StandardCharsets.UTF_8);
        };
    }

    Variant variant(MessageChoice choice, MessagePlan kind) {
        return choice.variants().stream()
                .filter(variant -> variant.message().codeName().equals(kind.codeName()))
                .findFirst()
                .orElseThrow();
    }

    Class<?> variantType(MessageChoice choice, Variant variant) {
        JavaName union = java.util.Objects.requireNonNull(choice.union());
        return load(union.packageName() + "." + union.simpleName() + "$" + variant.typeName());
    }

    Object wrap(MessageChoice choice, Variant variant, Object payload) {
        try {
            return variantType(choice, variant)
                    .getConstructor(load(variant.message().payload()))
                    .newInstance(payload);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @Nullable Object call(Object target, String name, List<Object> arguments) {
        return call(target.getClass(), target, name, arguments);
    }

    @Nullable Object callStatic(JavaName type, String name, List<Object> arguments) {
        return call(load(type), null, name, arguments);
    }

    private static @Nullable Object call(Class<?> type, @Nullable Object target, String name, List<Object> arguments) {
        List<Method> found = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> Modifier.isStatic(method.getModifiers()) == (target == null))
                .filter(method -> takes(method, arguments))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(type + " has " + found + " for " + name + " of " + arguments);
        }
        try {
            return found.get(0).invoke(target, arguments.toArray());
        } catch (InvocationTargetException e) {
            throw new AssertionError(found.get(0) + " fails", e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean takes(Method method, List<Object> arguments) {
        Class<?>[] parameters = method.getParameterTypes();
        for (int i = 0; i < parameters.length && parameters.length == arguments.size(); i++) {
            if (!parameters[i].isInstance(arguments.get(i))) {
                return false;
            }
        }
        return parameters.length == arguments.size();
    }
}

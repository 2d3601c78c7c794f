package io.tidings.codegen;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What a user does with generated code: {@code <Name>Behaviour.java} of a case, each public method a test. */
record Behaviour(Class<?> use) {

    /** Compiles it with what is generated for the case. */
    interface Loading {
        Class<?> load(Path source) throws IOException, ClassNotFoundException;
    }

    /** That of a case; empty if it has none. */
    static Optional<Behaviour> of(Case test, Loading loading) throws IOException {
        try (Stream<Path> files = Files.list(test.folder())) {
            List<Path> found = files.filter(file -> file.toString().endsWith("Behaviour.java"))
                    .toList();
            return found.isEmpty() ? Optional.empty() : Optional.of(new Behaviour(loading.load(found.get(0))));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    Stream<DynamicTest> tests() {
        return Arrays.stream(use.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> DynamicTest.dynamicTest(use.getName() + "." + method.getName(), () -> {
                    try {
                        method.invoke(use.getDeclaredConstructor().newInstance());
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}

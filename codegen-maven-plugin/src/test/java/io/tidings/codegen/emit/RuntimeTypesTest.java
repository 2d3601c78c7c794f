package io.tidings.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RuntimeTypesTest {

    @TestFactory
    Stream<DynamicTest> everyTypeIsThere() {
        return Arrays.stream(RuntimeTypes.class.getDeclaredFields())
                .filter(field -> field.getType() == ClassName.class)
                .map(field -> DynamicTest.dynamicTest(field.getName(), () -> {
                    String name = type(field).reflectionName();
                    assertThat(Class.forName(name, false, getClass().getClassLoader()))
                            .isPublic();
                }));
    }

    private static ClassName type(Field field) {
        try {
            return (ClassName) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}

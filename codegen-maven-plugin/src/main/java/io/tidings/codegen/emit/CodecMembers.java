package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.FieldSpec;
import io.tidings.codegen.plan.JavaName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of what a codec consists of, each given once, and the symbols of the enums that it reads. */
final class CodecMembers {

    private final Set<String> names = new HashSet<>();
    private final Map<JavaName, String> symbols = new LinkedHashMap<>();

    /** The wanted name, or the first free one with a number after it. */
    String method(String wanted) {
        String name = wanted;
        for (int number = 2; !names.add(name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }

    /** The constant that holds an enum's symbols: {@code values()} copies them each time. */
    String symbols(JavaName type) {
        return symbols.computeIfAbsent(
                type,
                enumType -> method(enumType.simpleName()
                                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                                .toUpperCase(Locale.ROOT)
                        + "_SYMBOLS"));
    }

    List<FieldSpec> constants() {
        List<FieldSpec> constants = new ArrayList<>();
        symbols.forEach((type, constant) ->
                constants.add(FieldSpec.builder(ArrayTypeName.of(Types.of(type)), constant, PRIVATE, STATIC, FINAL)
                        .initializer("$T.values()", Types.of(type))
                        .build()));
        return constants;
    }
}

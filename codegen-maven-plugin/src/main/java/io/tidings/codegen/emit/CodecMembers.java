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

/** The names of what a codec consists of, each given once, and its constants: enums' symbols, codecs of classes that exist. */
final class CodecMembers {

    private final Set<String> names = new HashSet<>();
    private final Map<JavaName, String> symbols = new LinkedHashMap<>();
    private final Map<JavaName, String> codecs = new LinkedHashMap<>();

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
        return symbols.computeIfAbsent(type, enumType -> method(constant(enumType) + "_SYMBOLS"));
    }

    /** The constant that holds what writes and reads a class that exists. */
    String codec(JavaName type) {
        return codecs.computeIfAbsent(type, existing -> method(constant(existing)));
    }

    private static String constant(JavaName type) {
        return type.simpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    List<FieldSpec> constants() {
        List<FieldSpec> constants = new ArrayList<>();
        symbols.forEach((type, constant) ->
                constants.add(FieldSpec.builder(ArrayTypeName.of(Types.of(type)), constant, PRIVATE, STATIC, FINAL)
                        .initializer("$T.values()", Types.of(type))
                        .build()));
        codecs.forEach((type, constant) -> constants.add(FieldSpec.builder(
                        Types.generic(RuntimeTypes.RECORD_CODEC, Types.of(type)), constant, PRIVATE, STATIC, FINAL)
                .initializer("$T.codec($T.class)", RuntimeTypes.EXISTING_RECORDS, Types.of(type))
                .build()));
        return constants;
    }
}

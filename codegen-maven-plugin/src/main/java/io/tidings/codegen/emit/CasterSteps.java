package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.PRIVATE;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.tidings.codegen.migration.Cast;
import io.tidings.codegen.migration.Direction;
import io.tidings.codegen.migration.Step;
import io.tidings.codegen.plan.Coding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the methods of casters. */
final class CasterSteps {

    /** Compilers go down a chain of calls one by one. */
    private static final int FIELDS_OF_A_CHAIN = 100;

    private final Set<String> classNames;
    private final String given;

    /** With the simple names of all classes of both versions: a variable of such a name would hide the class. */
    CasterSteps(Direction direction, Set<String> classNames) {
        this.classNames = classNames;
        this.given = variable(direction.given());
    }

    private String variable(String wanted) {
        return classNames.contains(wanted) ? wanted + "_" : wanted;
    }

    MethodSpec method(Step step) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(step.method()).addModifiers(PRIVATE);
        if (step instanceof Step.OfRecord record) {
            return fill(method, record).build();
        } else if (step instanceof Step.OfEnum symbols) {
            return ofEnum(method, symbols);
        } else if (step instanceof Step.OfUnion union) {
            return ofUnion(method, union);
        }
        throw new IllegalArgumentException(step.toString());
    }

    /** Adds what makes the record. */
    MethodSpec.Builder fill(MethodSpec.Builder method, Step.OfRecord step) {
        ClassName to = Types.of(step.to());
        method.returns(to).addParameter(Types.of(step.from()), given);
        if (!step.dropped().isEmpty()) {
            method.addComment("Left behind: $L", String.join(", ", step.dropped()));
        }
        boolean chain = step.fields().size() <= FIELDS_OF_A_CHAIN;
        CodeBlock.Builder code = CodeBlock.builder();
        String result = variable("result");
        code.add(
                chain ? "return $T.newBuilder()$>$>" : "$1T.Builder $2N = $1T.newBuilder();\n",
                chain ? new Object[] {to} : new Object[] {to, result});
        for (Step.FieldCast field : step.fields()) {
            CodeBlock value = expression(field.cast(), getter(field), 1);
            code.add(chain ? "\n.$N($L)" : result + ".$N($L);\n", field.to().setter(), value);
        }
        code.add(
                chain
                        ? step.fields().isEmpty() ? ".build();$<$<\n" : "\n.build();$<$<\n"
                        : "return " + result + ".build();\n");
        return method.addCode(code.build());
    }

    private CodeBlock getter(Step.FieldCast field) {
        return field.from() == null
                ? CodeBlock.of("null")
                : CodeBlock.of(
                        field.optional() ? "$N.$N().orElse(null)" : "$N.$N()",
                        given,
                        field.from().getter());
    }

    private CodeBlock expression(Cast cast, CodeBlock value, int depth) {
        if (cast instanceof Cast.Same) {
            return value;
        } else if (cast instanceof Cast.Nothing) {
            return CodeBlock.of("null");
        } else if (cast instanceof Cast.Default otherwise) {
            return CodeBlock.of(
                    "$T.defaultOf($T.class, $S)",
                    RuntimeTypes.CASTING,
                    Types.of(otherwise.record()),
                    otherwise.field());
        } else if (cast instanceof Cast.Widened widened) {
            return CodeBlock.of("($T) $L", CodingTypes.of(widened.to()).unbox(), value);
        } else if (cast instanceof Cast.Bytes) {
            return CodeBlock.of("$T.bytes($L)", RuntimeTypes.CASTING, value);
        } else if (cast instanceof Cast.Fixed fixed) {
            return CodeBlock.of("new $T($L.bytes().clone())", Types.of(fixed.to()), value);
        } else if (cast instanceof Cast.Called called) {
            return CodeBlock.of("$N($L)", called.method(), value);
        } else if (cast instanceof Cast.Decided decided) {
            return CodeBlock.of(
                    "$N($L)",
                    decided.method(),
                    switch (decided.given()) {
                        case VALUE -> value;
                        case RECORD -> CodeBlock.of("$N", given);
                        case NOTHING -> CodeBlock.of("");
                    });
        } else if (cast instanceof Cast.Maybe maybe) {
            CodeBlock nothing =
                    maybe.whenNull() == null ? CodeBlock.of("null") : expression(maybe.whenNull(), value, depth);
            return CodeBlock.of("$L == null ? $L : $L", value, nothing, expression(maybe.value(), value, depth));
        } else if (cast instanceof Cast.Items items) {
            return parts("list", items.item(), ClassName.get(ArrayList.class), value, depth);
        } else if (cast instanceof Cast.Entries entries) {
            return parts("map", entries.value(), ClassName.get(LinkedHashMap.class), value, depth);
        }
        throw new IllegalArgumentException(cast.toString());
    }

    private CodeBlock parts(String method, Cast part, ClassName copy, CodeBlock value, int depth) {
        if (part instanceof Cast.Same) {
            return CodeBlock.of("new $T<>($L)", copy, value);
        }
        if (part instanceof Cast.Called called) {
            return CodeBlock.of("$T.$L($L, this::$N)", RuntimeTypes.CASTING, method, value, called.method());
        }
        String item = variable(depth == 1 ? "item" : "item" + depth);
        return CodeBlock.of(
                "$T.$L($L, $L -> $L)",
                RuntimeTypes.CASTING,
                method,
                value,
                item,
                expression(part, CodeBlock.of("$L", item), depth + 1));
    }

    private MethodSpec ofEnum(MethodSpec.Builder method, Step.OfEnum step) {
        String symbol = variable("symbol");
        method.returns(Types.of(step.to())).addParameter(Types.of(step.from()), symbol);
        method.addCode("return switch ($L) {$>\n", symbol);
        for (Step.Arm arm : step.arms()) {
            if (arm.to() != null) {
                method.addCode("case $L -> $T.$L;\n", arm.from(), Types.of(step.to()), arm.to());
            } else {
                method.addCode("case $L -> $N();\n", arm.from(), arm.decision());
            }
        }
        return method.addCode("$<};\n").build();
    }

    private MethodSpec ofUnion(MethodSpec.Builder method, Step.OfUnion step) {
        TypeName result = CasterEmitter.held(step.to(), step.nullable());
        String given = variable("value");
        String branchName = variable("branch");
        method.returns(result).addParameter(ClassName.OBJECT, given);
        boolean generic = step.branches().stream().map(Step.Branch::from).anyMatch(CasterSteps::isGeneric);
        if (generic) {
            method.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "unchecked")
                    .build());
        }
        for (Step.Branch branch : step.branches()) {
            TypeName type = CodingTypes.of(branch.from());
            boolean named = !isGeneric(branch.from());
            CodeBlock value = named ? CodeBlock.of("$L", branchName) : CodeBlock.of("($T) $L", type, given);
            method.addCode(
                            "if ($L instanceof $L) {$>\n",
                            given,
                            named ? CodeBlock.of("$T $L", type, branchName) : anyOf(branch.from()))
                    .addStatement("return $L", expression(branch.cast(), value, 1))
                    .addCode("$<}\n");
        }
        return method.addStatement("throw $T.strange($S, $L)", RuntimeTypes.CASTING, step.path(), given)
                .build();
    }

    private static boolean isGeneric(Coding held) {
        return held instanceof Coding.Items || held instanceof Coding.Entries;
    }

    private static CodeBlock anyOf(Coding held) {
        return held instanceof Coding.Items ? CodeBlock.of("$T<?>", List.class) : CodeBlock.of("$T<?, ?>", Map.class);
    }
}

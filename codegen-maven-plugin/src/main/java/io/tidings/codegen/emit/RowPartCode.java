package io.tidings.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.tidings.codegen.plan.Coding;
import io.tidings.codegen.plan.KeyKind;
import io.tidings.codegen.plan.KeyPlan;
import io.tidings.codegen.plan.ReplicasPlan.Index;
import io.tidings.codegen.plan.RowPart;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How rows are found by what they hold. */
final class RowPartCode {

    private RowPartCode() {}

    /** What an index compares. */
    static TypeName keyOf(Index index) {
        return index.parts().size() > 1
                ? Types.generic(ClassName.get(List.class), ClassName.OBJECT)
                : key(index.parts().get(0));
    }

    /** How that is written. */
    static CodeBlock keyType(Index index) {
        List<CodeBlock> parts = index.parts().stream()
                .map(part -> CodeBlock.of("$T.$L", RuntimeTypes.KEY_TYPE, part.key()))
                .toList();
        return parts.size() == 1
                ? parts.get(0)
                : CodeBlock.of("$T.of($L)", RuntimeTypes.COMPOSITE_KEY, CodeBlock.join(parts, ", "));
    }

    /** What a row is found by: null, where one of its values is. */
    static CodeBlock ofRow(Index index) {
        List<CodeBlock> parts = index.parts().stream().map(RowPartCode::orNull).toList();
        return parts.size() == 1
                ? parts.get(0)
                : CodeBlock.of("$T.values($>$>\n$L$<$<)", RuntimeTypes.COMPOSITE_KEY, CodeBlock.join(parts, ",\n"));
    }

    /** What a query looks for. */
    static CodeBlock ofParameters(Index index) {
        List<CodeBlock> parts = index.parts().stream()
                .map(part -> converted(part, CodeBlock.of("$N", part.parameter())))
                .toList();
        return parts.size() == 1 ? parts.get(0) : CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(parts, ", "));
    }

    /** What a query takes: text as a string, whatever class rows hold it in. */
    static TypeName parameter(RowPart part) {
        if (isText(part.coding())) {
            return ClassName.get(String.class);
        }
        TypeName type = CodingTypes.of(part.coding());
        return type.isBoxedPrimitive() ? type.unbox() : type;
    }

    /** The other view's key that a row holds, as an {@link Optional}. */
    static CodeBlock foreignKey(RowPart part, KeyPlan key) {
        CodeBlock.Builder code = CodeBlock.builder().add(optional(part));
        if (key.kind() == KeyKind.LONG && part.key() == KeyKind.INTEGER) {
            code.add(".map($T::longValue)", Integer.class);
        } else if (key.kind() == KeyKind.STRING && part.key() == KeyKind.UUID) {
            code.add(".map($T::toString)", UUID.class);
        } else if (part.text() != RowPart.Text.SAME && key.kind() == KeyKind.STRING) {
            code.add(".map(value -> $L)", converted(part, CodeBlock.of("value")));
        }
        return code.build();
    }

    private static TypeName key(RowPart part) {
        return Types.of(new KeyPlan(part.key(), null, false, null));
    }

    private static CodeBlock orNull(RowPart part) {
        CodeBlock getter = CodeBlock.of("row.$N()", part.getter());
        boolean same = part.text() == RowPart.Text.SAME;
        if (!part.optional() && (same || !part.nullable())) {
            return same ? getter : converted(part, getter);
        }
        CodeBlock value =
                same ? CodeBlock.of("") : CodeBlock.of(".map(value -> $L)", converted(part, CodeBlock.of("value")));
        return CodeBlock.of("$L$L\n        .orElse(null)", optional(part), value);
    }

    private static CodeBlock optional(RowPart part) {
        return part.optional()
                ? CodeBlock.of("row.$N()", part.getter())
                : CodeBlock.of("$T.$L(row.$N())", Optional.class, part.nullable() ? "ofNullable" : "of", part.getter());
    }

    private static CodeBlock converted(RowPart part, CodeBlock value) {
        return switch (part.text()) {
            case SAME -> value;
            case NAME -> CodeBlock.of("$L.name()", value);
            case TEXT -> CodeBlock.of("$L.toString()", value);
        };
    }

    private static boolean isText(Coding coding) {
        return coding == Coding.Simple.STRING || coding == Coding.Simple.UTF8 || coding == Coding.Simple.CHAR_SEQUENCE;
    }
}

package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.tidings.codegen.plan.CodecPlan;
import io.tidings.codegen.plan.Coding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The half of a codec that writes. */
final class WritingSide implements CodecSide {

    private static final TypeName ANYTHING = WildcardTypeName.subtypeOf(Object.class);

    private final CodecMembers members;
    private final ClassName record;
    private final List<MethodSpec> details = new ArrayList<>();

    WritingSide(CodecMembers members, ClassName record) {
        this.members = members;
        this.record = record;
    }

    @Override
    public String verb() {
        return "write";
    }

    @Override
    public String stream() {
        return "out";
    }

    @Override
    public ClassName streamType() {
        return RuntimeTypes.DATUM_OUTPUT;
    }

    @Override
    public MethodSpec.Builder whole() {
        return MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .addParameter(record, "record")
                .addParameter(streamType(), stream());
    }

    @Override
    public MethodSpec finish(MethodSpec.Builder whole) {
        return whole.build();
    }

    @Override
    public List<MethodSpec> details() {
        return details;
    }

    @Override
    public CodeBlock field(CodecPlan.Field field) {
        CodeBlock value = field.direct()
                ? CodeBlock.of("record.$N", field.names().variable())
                : CodeBlock.of("record.$N()", field.names().getter());
        if (field.coding() instanceof Coding.Maybe maybe) {
            String variable = field.variable();
            return CodeBlock.builder()
                    .addStatement("$T $N = $L", CodingTypes.of(maybe), variable, value)
                    .add(maybe(maybe, new Value(CodeBlock.of("$N", variable), true), variable))
                    .build();
        }
        return statement(field.coding(), new Value(value, true), field.variable());
    }

    /** An expression, and whether its static type is the value's own, or Object. */
    private record Value(CodeBlock code, boolean typed) {

        CodeBlock as(TypeName type) {
            return typed ? code : CodeBlock.of("($T) $L", type, code);
        }
    }

    private CodeBlock statement(Coding coding, Value value, String path) {
        if (coding instanceof Coding.Nothing) {
            return CodeBlock.of("");
        } else if (coding instanceof Coding.Maybe maybe) {
            return maybe(maybe, value, path);
        } else if (coding instanceof Coding.Choice choice) {
            return call(choice(choice, path), value.code());
        } else if (coding instanceof Coding.Items items) {
            TypeName anyItems = Types.generic(ClassName.get(Collection.class), ANYTHING);
            return call(
                    items(items, value.typed() ? CodingTypes.of(items) : anyItems, value, path), value.as(anyItems));
        } else if (coding instanceof Coding.Entries entries) {
            TypeName anyEntries = Types.generic(ClassName.get(Map.class), ANYTHING, ANYTHING);
            return call(
                    entries(entries, value.typed() ? CodingTypes.of(entries) : anyEntries, value, path),
                    value.as(anyEntries));
        }
        return single(coding, value.as(CodingTypes.of(coding)));
    }

    private static CodeBlock call(String method, CodeBlock value) {
        return CodeBlock.builder().addStatement("$N($L, out)", method, value).build();
    }

    /** What takes one call of the runtime. */
    private CodeBlock single(Coding coding, CodeBlock value) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (coding instanceof Coding.Nested nested) {
            code.addStatement("$T.INSTANCE.write($L, out)", Types.of(nested.codec()), value);
        } else if (coding instanceof Coding.Existing existing) {
            code.addStatement("$N.write($L, out)", members.codec(existing.type()), value);
        } else if (coding instanceof Coding.Fixed fixed) {
            code.addStatement("out.writeFixed($L, $L)", value, fixed.size());
        } else if (coding instanceof Coding.Symbol) {
            code.addStatement("out.writeEnum($L)", value);
        } else if (coding instanceof Coding.DecimalBytes decimal) {
            code.addStatement("out.writeDecimal($L, $L, $L)", value, decimal.precision(), decimal.scale());
        } else if (coding instanceof Coding.DecimalFixed decimal) {
            code.addStatement(
                    "out.writeDecimalFixed($L, $L, $L, $L)",
                    value,
                    decimal.size(),
                    decimal.precision(),
                    decimal.scale());
        } else if (coding == Coding.Simple.UTF8 || coding == Coding.Simple.CHAR_SEQUENCE) {
            code.addStatement("out.writeString($L)", value);
        } else if (coding instanceof Coding.Simple simple) {
            code.addStatement("out.write$L($L)", CodingTypes.suffix(simple), value);
        } else {
            throw new IllegalArgumentException(coding.toString());
        }
        return code.build();
    }

    private CodeBlock maybe(Coding.Maybe maybe, Value value, String path) {
        return CodeBlock.builder()
                .beginControlFlow("if ($L == null)", value.code())
                .addStatement("out.writeIndex($L)", maybe.nullBranch())
                .nextControlFlow("else")
                .addStatement("out.writeIndex($L)", 1 - maybe.nullBranch())
                .add(statement(maybe.value(), value, path))
                .endControlFlow()
                .build();
    }

    private String items(Coding.Items items, TypeName type, Value of, String path) {
        String name = detail(path);
        TypeName itemType = of.typed() ? CodingTypes.of(items.item()) : ClassName.OBJECT;
        MethodSpec.Builder method = method(name, type, "items");
        int place = details.size(); // before what it calls
        details.add(
                place,
                method.addStatement("int left = out.beginItems(items.size())")
                        .beginControlFlow("for ($T item : items)", itemType)
                        .addCode(statement(items.item(), new Value(CodeBlock.of("item"), of.typed()), path + "Item"))
                        .addStatement("left--")
                        .endControlFlow()
                        .addStatement("out.endItems(left)")
                        .build());
        return name;
    }

    private String entries(Coding.Entries entries, TypeName type, Value of, String path) {
        String name = detail(path);
        TypeName entry = of.typed()
                ? Types.generic(
                        ClassName.get(Map.Entry.class), CodingTypes.of(entries.key()), CodingTypes.of(entries.value()))
                : Types.generic(ClassName.get(Map.Entry.class), ANYTHING, ANYTHING);
        TypeName valueType = of.typed() ? CodingTypes.of(entries.value()) : ClassName.OBJECT;
        int place = details.size(); // before what it calls
        MethodSpec.Builder method = method(name, type, "entries")
                .addStatement("int left = out.beginItems(entries.size())")
                .beginControlFlow("for ($T entry : entries.entrySet())", entry)
                .addStatement(
                        of.typed()
                                ? "out.writeString(entry.getKey())"
                                : "out.writeString((CharSequence) entry.getKey())");
        CodeBlock value = CodeBlock.of("entry.getValue()");
        if (entries.value() instanceof Coding.Maybe) {
            method.addStatement("$T value = $L", valueType, value);
            value = CodeBlock.of("value");
        }
        method.addCode(statement(entries.value(), new Value(value, of.typed()), path + "Value"));
        details.add(
                place,
                method.addStatement("left--")
                        .endControlFlow()
                        .addStatement("out.endItems(left)")
                        .build());
        return name;
    }

    private String choice(Coding.Choice choice, String path) {
        Map<TypeName, Integer> taken = new LinkedHashMap<>();
        for (int i = 0; i < choice.branches().size(); i++) {
            // As in Avro, the first branch that takes a class has it.
            taken.putIfAbsent(taken(choice.branches().get(i)), i);
        }
        return choice(choice, path, new ArrayList<>(taken.values()));
    }

    /** Asks for one branch after the other; very many of them in several methods. */
    private String choice(Coding.Choice choice, String path, List<Integer> indexes) {
        String name = detail(path);
        int place = details.size(); // before what it calls
        MethodSpec.Builder method = method(name, ClassName.OBJECT, "value");
        List<Integer> here = indexes.subList(0, Math.min(indexes.size(), CodecEmitter.BRANCHES_OF_A_METHOD));
        for (int i : here) {
            Coding branch = choice.branches().get(i);
            String next = i == here.get(0) ? "if" : "else if";
            CodeBlock test = branch instanceof Coding.Nothing
                    ? CodeBlock.of("$L (value == null)", next)
                    : CodeBlock.of("$L (value instanceof $T branch)", next, taken(branch));
            if (i == here.get(0)) {
                method.beginControlFlow(test);
            } else {
                method.nextControlFlow(test);
            }
            method.addStatement("out.writeIndex($L)", i).addCode(branch(branch, path));
        }
        CodeBlock otherwise = here.size() == indexes.size()
                ? CodeBlock.of("throw $T.noBranch(value)", RuntimeTypes.DATUM_OUTPUT)
                : CodeBlock.of("$N(value, out)", choice(choice, path, indexes.subList(here.size(), indexes.size())));
        if (here.isEmpty()) {
            method.addStatement(otherwise);
        } else {
            method.nextControlFlow("else").addStatement(otherwise).endControlFlow();
        }
        details.add(place, method.build());
        return name;
    }

    /** The classes whose values a branch takes. */
    private static TypeName taken(Coding branch) {
        if (branch instanceof Coding.Items) {
            return Types.generic(ClassName.get(Collection.class), ANYTHING);
        } else if (branch instanceof Coding.Entries) {
            return Types.generic(ClassName.get(Map.class), ANYTHING, ANYTHING);
        } else if (branch == Coding.Simple.STRING || branch == Coding.Simple.UTF8) {
            return ClassName.get(CharSequence.class);
        }
        return CodingTypes.of(branch);
    }

    private CodeBlock branch(Coding branch, String path) {
        CodeBlock value = CodeBlock.of("branch");
        if (branch instanceof Coding.Items items) {
            return call(items(items, taken(branch), new Value(value, false), path + "Items"), value);
        } else if (branch instanceof Coding.Entries entries) {
            return call(entries(entries, taken(branch), new Value(value, false), path + "Entries"), value);
        }
        return statement(branch, new Value(value, true), path);
    }

    private String detail(String path) {
        return members.method(verb() + Character.toUpperCase(path.charAt(0)) + path.substring(1));
    }

    private static MethodSpec.Builder method(String name, TypeName type, String parameter) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(PRIVATE, STATIC)
                .addParameter(type, parameter)
                .addParameter(RuntimeTypes.DATUM_OUTPUT, "out");
    }
}

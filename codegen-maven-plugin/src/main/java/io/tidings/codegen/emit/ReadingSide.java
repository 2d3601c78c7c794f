package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.tidings.codegen.plan.CodecPlan;
import io.tidings.codegen.plan.Coding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The half of a codec that reads. */
final class ReadingSide implements CodecSide {

    private final CodecMembers members;
    private final ClassName record;
    private final List<MethodSpec> details = new ArrayList<>();

    ReadingSide(CodecMembers members, ClassName record) {
        this.members = members;
        this.record = record;
    }

    @Override
    public String verb() {
        return "read";
    }

    @Override
    public String stream() {
        return "in";
    }

    @Override
    public ClassName streamType() {
        return RuntimeTypes.DATUM_INPUT;
    }

    @Override
    public MethodSpec.Builder whole() {
        return MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .returns(record)
                .addParameter(streamType(), stream())
                .addStatement("$T record = new $T()", record, record);
    }

    @Override
    public MethodSpec finish(MethodSpec.Builder whole) {
        return whole.addStatement("return record").build();
    }

    @Override
    public List<MethodSpec> details() {
        return details;
    }

    @Override
    public CodeBlock field(CodecPlan.Field field) {
        if (field.coding() instanceof Coding.Nothing) {
            return CodeBlock.of("");
        }
        return CodeBlock.builder()
                .addStatement(
                        field.direct() ? "record.$N = $L" : "record.$N($L)",
                        field.direct()
                                ? field.names().variable()
                                : field.names().setter(),
                        expression(field.coding(), field.variable()))
                .build();
    }

    private CodeBlock expression(Coding coding, String path) {
        if (coding instanceof Coding.Simple simple) {
            return CodeBlock.of("in.read$L()", CodingTypes.suffix(simple));
        } else if (coding instanceof Coding.Nothing) {
            return CodeBlock.of("null");
        } else if (coding instanceof Coding.Nested nested) {
            return CodeBlock.of("$T.INSTANCE.read(in)", Types.of(nested.codec()));
        } else if (coding instanceof Coding.Existing existing) {
            return CodeBlock.of("$N.read(in)", members.codec(existing.type()));
        } else if (coding instanceof Coding.Fixed fixed) {
            return CodeBlock.of("new $T(in.readFixed($L))", Types.of(fixed.type()), fixed.size());
        } else if (coding instanceof Coding.Symbol symbol) {
            return CodeBlock.of("in.readEnum($N)", members.symbols(symbol.type()));
        } else if (coding instanceof Coding.DecimalBytes decimal) {
            return CodeBlock.of("in.readDecimal($L)", decimal.scale());
        } else if (coding instanceof Coding.DecimalFixed decimal) {
            return CodeBlock.of("in.readDecimalFixed($L, $L)", decimal.size(), decimal.scale());
        } else if (coding instanceof Coding.Maybe maybe) {
            return CodeBlock.of(
                    "in.readIndex(2) == $L ? null : $L", maybe.nullBranch(), expression(maybe.value(), path));
        } else if (coding instanceof Coding.Items items) {
            return CodeBlock.of("$N(in)", items(items, path));
        } else if (coding instanceof Coding.Entries entries) {
            return CodeBlock.of("$N(in)", entries(entries, path));
        } else if (coding instanceof Coding.Choice choice) {
            return CodeBlock.of("$N(in)", choice(choice, path));
        }
        throw new IllegalArgumentException(coding.toString());
    }

    private String items(Coding.Items items, String path) {
        String name = detail(path);
        int place = details.size(); // before what it calls
        TypeName list = CodingTypes.of(items);
        CodeBlock block = block(items.least());
        details.add(
                place,
                method(name, list)
                        .addStatement("int left = $L", block)
                        .addStatement("$T items = new $T<>(left)", list, ArrayList.class)
                        .beginControlFlow("for (; left > 0; left = $L)", block)
                        .beginControlFlow("for (int i = 0; i < left; i++)")
                        .addStatement("items.add($L)", expression(items.item(), path + "Item"))
                        .endControlFlow()
                        .endControlFlow()
                        .addStatement("return items")
                        .build());
        return name;
    }

    /** Where each byte pays for what it brings, as nearly everywhere, the memory need not be told. */
    private static CodeBlock block(Coding.Least least) {
        return least.memory() <= Math.max(1, least.bytes())
                ? CodeBlock.of("in.readBlock($L)", least.bytes())
                : CodeBlock.of("in.readBlock($L, $L)", least.bytes(), least.memory());
    }

    private String entries(Coding.Entries entries, String path) {
        String name = detail(path);
        int place = details.size(); // before what it calls
        TypeName map = CodingTypes.of(entries);
        CodeBlock block = block(entries.least());
        details.add(
                place,
                method(name, map)
                        .addStatement("int left = $L", block)
                        .addStatement(
                                "$T entries = new $T<>($T.capacity(left))",
                                map,
                                HashMap.class,
                                RuntimeTypes.DATUM_INPUT)
                        .beginControlFlow("for (; left > 0; left = $L)", block)
                        .beginControlFlow("for (int i = 0; i < left; i++)")
                        .addStatement(
                                "entries.put($L, $L)",
                                expression(entries.key(), path),
                                expression(entries.value(), path + "Value"))
                        .endControlFlow()
                        .endControlFlow()
                        .addStatement("return entries")
                        .build());
        return name;
    }

    private String choice(Coding.Choice choice, String path) {
        String name = detail(path);
        int place = details.size(); // before what it calls
        int branches = choice.branches().size();
        MethodSpec.Builder method = method(name, ClassName.OBJECT);
        if (branches <= CodecEmitter.BRANCHES_OF_A_METHOD) {
            method.addCode(branches(choice, path, CodeBlock.of("in.readIndex($L)", branches), 0));
        } else {
            method.addStatement("int branch = in.readIndex($L)", branches)
                    .addCode(branches(choice, path, CodeBlock.of("branch"), 0));
        }
        details.add(place, method.build());
        return name;
    }

    /** Chooses among the branches from one on; very many of them in several methods. */
    private CodeBlock branches(Coding.Choice choice, String path, CodeBlock branch, int from) {
        int to = Math.min(
                from + CodecEmitter.BRANCHES_OF_A_METHOD, choice.branches().size());
        CodeBlock.Builder code = CodeBlock.builder().add("return switch ($L) {$>\n", branch);
        for (int i = from; i < to; i++) {
            Coding coding = choice.branches().get(i);
            boolean last = i == choice.branches().size() - 1;
            code.add(last ? "default" : "case " + i).add(" -> $L;\n", expression(coding, path + suffix(coding)));
        }
        if (to < choice.branches().size()) {
            code.add("default -> $N(branch, in);\n", more(choice, path, to));
        } else if (from == to) {
            code.add("default -> null;\n");
        }
        return code.add("$<};\n").build();
    }

    private String more(Coding.Choice choice, String path, int from) {
        String name = detail(path);
        int place = details.size(); // before what it calls
        MethodSpec method = MethodSpec.methodBuilder(name)
                .addModifiers(PRIVATE, STATIC)
                .returns(ClassName.OBJECT)
                .addParameter(TypeName.INT, "branch")
                .addParameter(RuntimeTypes.DATUM_INPUT, "in")
                .addCode(branches(choice, path, CodeBlock.of("branch"), from))
                .build();
        details.add(place, method);
        return name;
    }

    private static String suffix(Coding branch) {
        return branch instanceof Coding.Items ? "Items" : "Entries";
    }

    private String detail(String path) {
        return members.method(verb() + Character.toUpperCase(path.charAt(0)) + path.substring(1));
    }

    private static MethodSpec.Builder method(String name, TypeName type) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(PRIVATE, STATIC)
                .returns(type)
                .addParameter(RuntimeTypes.DATUM_INPUT, "in");
    }
}

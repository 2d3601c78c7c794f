package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.CodecPlan;
import java.util.ArrayList;
import java.util.List;

/** A codec: one statement for each field to write it, one to read it, and a method of its own for whatever repeats. */
final class CodecEmitter {

    /** HotSpot leaves methods of more than 8,000 bytes uncompiled; so many fields take about a quarter of that. */
    private static final int FIELDS_OF_A_METHOD = 50;

    /** For the same reason. */
    static final int BRANCHES_OF_A_METHOD = 100;

    private static final String RECORD = "record";

    private final CodecPlan plan;
    private final ClassName name;
    private final ClassName record;
    private final CodecMembers members = new CodecMembers();

    CodecEmitter(CodecPlan plan) {
        this.plan = plan;
        this.name = Types.of(plan.name());
        this.record = Types.of(plan.record());
    }

    TypeSpec emit() {
        List<MethodSpec> writing = both(new WritingSide(members, record));
        List<MethodSpec> reading = both(new ReadingSide(members, record));
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(PUBLIC, FINAL)
                .superclass(Types.generic(RuntimeTypes.RECORD_CODEC, record))
                .addJavadoc(
                        "Writes and reads {@link $T} in Avro's binary encoding, by the schema it was generated from.\n",
                        record)
                .addField(FieldSpec.builder(name, "INSTANCE", PUBLIC, STATIC, FINAL)
                        .addJavadoc("The one instance.\n")
                        .initializer("new $T()", name)
                        .build());
        members.constants().forEach(type::addField);
        return type.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(PRIVATE)
                        .addStatement("super($T.class, $T.getClassSchema())", record, record)
                        .build())
                .addMethods(writing)
                .addMethods(reading)
                .build();
    }

    /** The method that the runtime calls, its parts if it is long, and what they call. */
    private List<MethodSpec> both(CodecSide side) {
        List<MethodSpec> methods = new ArrayList<>();
        MethodSpec.Builder whole = side.whole();
        if (plan.recursive()) {
            whole.addStatement("$N.enter()", side.stream());
        }
        List<MethodSpec> parts = new ArrayList<>();
        if (plan.fields().size() <= FIELDS_OF_A_METHOD) {
            whole.addCode(fields(side, plan.fields()));
        } else {
            for (int from = 0; from < plan.fields().size(); from += FIELDS_OF_A_METHOD) {
                int to = Math.min(from + FIELDS_OF_A_METHOD, plan.fields().size());
                String partName = members.method(side.verb() + "Fields" + (from + 1) + "To" + to);
                whole.addStatement("$N($N, $N)", partName, RECORD, side.stream());
                parts.add(MethodSpec.methodBuilder(partName)
                        .addModifiers(PRIVATE, STATIC)
                        .addParameter(record, RECORD)
                        .addParameter(side.streamType(), side.stream())
                        .addCode(fields(side, plan.fields().subList(from, to)))
                        .build());
            }
        }
        if (plan.recursive()) {
            whole.addStatement("$N.leave()", side.stream());
        }
        methods.add(side.finish(whole));
        methods.addAll(parts);
        methods.addAll(side.details());
        return methods;
    }

    private static CodeBlock fields(CodecSide side, List<CodecPlan.Field> fields) {
        return fields.stream().map(side::field).collect(CodeBlock.joining(""));
    }
}

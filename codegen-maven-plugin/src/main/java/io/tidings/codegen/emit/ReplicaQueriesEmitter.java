package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.ReplicasPlan;
import io.tidings.codegen.plan.ReplicasPlan.Index;
import io.tidings.codegen.plan.ReplicasPlan.Join;
import io.tidings.codegen.plan.ReplicasPlan.Replica;
import io.tidings.codegen.plan.RowPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The class by which a view is asked: its indexes, one query for each, and what it is joined with. */
final class ReplicaQueriesEmitter implements Emitter {

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        return plan.replicas().stream()
                .flatMap(replicas -> replicas.replicas().stream().map(replica -> type(replicas, replica)));
    }

    private static TypeSpec type(ReplicasPlan replicas, Replica replica) {
        TypeName rows = ReplicaDefinitionCode.generic(RuntimeTypes.REPLICA_VIEW, replica);
        TypeSpec.Builder type = TypeSpec.classBuilder(Types.of(replica.queries()))
                .addModifiers(PUBLIC, FINAL)
                .addJavadoc(JavadocText.of(
                        "The rows of view " + JavadocText.code(replica.view())
                                + ". What is thrown while it is not ready, or not fresh enough, "
                                + "{@link " + RuntimeTypes.REPLICA_VIEW.canonicalName()
                                + "} says. Safe for use by several threads.",
                        replica.documentation()))
                .addField(FieldSpec.builder(String.class, "VIEW", PUBLIC, STATIC, FINAL)
                        .addJavadoc("Its name, and so the tag {@code view} of its metrics.\n")
                        .initializer("$S", replica.view())
                        .build());
        replica.indexes().forEach(index -> type.addField(index(replica, index)));
        type.addField(rows, "rows", PRIVATE, FINAL);
        replica.joins()
                .forEach(join ->
                        type.addField(joined(replica, replicas.of(join.view())), join.method(), PRIVATE, FINAL));
        type.addMethod(constructor(replicas, replica, rows))
                .addMethod(get(replica))
                .addMethod(getAtLeast(replica));
        replica.indexes().forEach(index -> type.addMethod(by(replica, index)));
        replica.joins().forEach(join -> type.addMethod(with(replica, join, replicas.of(join.view()))));
        return type.addMethod(range(replica))
                .addMethod(all(replica))
                .addMethod(rows(rows))
                .build();
    }

    private static FieldSpec index(Replica replica, Index index) {
        TypeName row = Types.of(replica.row());
        return FieldSpec.builder(
                        Types.generic(RuntimeTypes.INDEX, row, RowPartCode.keyOf(index)),
                        index.constant(),
                        PUBLIC,
                        STATIC,
                        FINAL)
                .addJavadoc(JavadocText.of("Finds rows by "
                        + JavadocText.escape(String.join(
                                " and ",
                                index.parts().stream().map(RowPart::parameter).toList()))
                        + "."))
                .initializer(
                        "$T.of($>$>\n$S, $L, row -> $L$<$<)",
                        RuntimeTypes.INDEX,
                        index.name(),
                        RowPartCode.keyType(index),
                        RowPartCode.ofRow(index))
                .build();
    }

    private static TypeName joined(Replica left, Replica right) {
        return Types.generic(
                RuntimeTypes.JOINED_VIEW, Types.of(left.key()), Types.of(left.row()), Types.of(right.row()));
    }

    private static MethodSpec constructor(ReplicasPlan replicas, Replica replica, TypeName rows) {
        MethodSpec.Builder method = MethodSpec.constructorBuilder()
                .addJavadoc(
                        "Asks these rows$L.\n", replica.joins().isEmpty() ? "" : ", together with those of other views")
                .addModifiers(PUBLIC)
                .addParameter(rows, "rows")
                .addStatement("this.rows = rows");
        for (Join join : replica.joins()) {
            Replica right = replicas.of(join.view());
            method.addParameter(ReplicaDefinitionCode.generic(RuntimeTypes.REPLICA_VIEW, right), join.method());
            RowPart key = join.foreignKey();
            CodeBlock value = key == null
                    ? CodeBlock.of("$T.byKey(rows, $N)", RuntimeTypes.JOINED_VIEW, join.method())
                    : CodeBlock.of(
                            "$T.byForeignKey(rows, row -> $L, $N)",
                            RuntimeTypes.JOINED_VIEW,
                            RowPartCode.foreignKey(key, right.key()),
                            join.method());
            method.addStatement("this.$N = $L", join.method(), value);
        }
        return method.build();
    }

    private static MethodSpec get(Replica replica) {
        return query("get", replica)
                .addJavadoc("The row of a key; empty if the entity was never heard of or is gone.\n")
                .returns(optional(replica))
                .addStatement("return rows.get(key)")
                .build();
    }

    private static MethodSpec getAtLeast(Replica replica) {
        return query("get", replica)
                .addJavadoc("""
                        The row of a key that has seen a change, for which this waits: read your writes.

                        @param atLeast the change, as the reply to a command or a receipt tells it
                        """)
                .addParameter(RuntimeTypes.AT_LEAST, "atLeast")
                .addParameter(Duration.class, "timeout")
                .returns(optional(replica))
                .addStatement("return rows.get(key, atLeast, timeout)")
                .build();
    }

    private static MethodSpec by(Replica replica, Index index) {
        List<ParameterSpec> parameters = index.parts().stream()
                .map(part -> ParameterSpec.builder(RowPartCode.parameter(part), part.parameter())
                        .build())
                .toList();
        return MethodSpec.methodBuilder(index.method())
                .addModifiers(PUBLIC)
                .addJavadoc("The rows that have these values, by their keys.\n")
                .addParameters(parameters)
                .returns(Types.generic(ClassName.get(Map.class), Types.of(replica.key()), Types.of(replica.row())))
                .addStatement("return rows.by($N, $L)", index.constant(), RowPartCode.ofParameters(index))
                .build();
    }

    private static MethodSpec with(Replica replica, Join join, Replica right) {
        return MethodSpec.methodBuilder(join.method())
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of("The rows, each with the one of view " + JavadocText.code(right.view())
                        + " that belongs to it."))
                .returns(joined(replica, right))
                .addStatement("return $N", join.method())
                .build();
    }

    private static MethodSpec range(Replica replica) {
        return MethodSpec.methodBuilder("range")
                .addModifiers(PUBLIC)
                .addJavadoc("Visits the rows of keys from one to another, both included, in the order of the keys.\n")
                .addParameter(Types.of(replica.key()), "from")
                .addParameter(Types.of(replica.key()), "to")
                .addParameter(visitor(replica), "visitor")
                .addStatement("rows.range(from, to, visitor)")
                .build();
    }

    private static MethodSpec all(Replica replica) {
        return MethodSpec.methodBuilder("all")
                .addModifiers(PUBLIC)
                .addJavadoc("Visits all rows, in no promised order.\n")
                .addParameter(visitor(replica), "visitor")
                .addStatement("rows.forEach(visitor)")
                .build();
    }

    private static MethodSpec rows(TypeName rows) {
        return MethodSpec.methodBuilder("rows")
                .addModifiers(PUBLIC)
                .addJavadoc("What else can be asked: versions, parked keys, freshness, lag.\n")
                .returns(rows)
                .addStatement("return rows")
                .build();
    }

    private static MethodSpec.Builder query(String name, Replica replica) {
        return MethodSpec.methodBuilder(name).addModifiers(PUBLIC).addParameter(Types.of(replica.key()), "key");
    }

    private static TypeName optional(Replica replica) {
        return Types.generic(ClassName.get(Optional.class), Types.of(replica.row()));
    }

    private static TypeName visitor(Replica replica) {
        List<TypeName> arguments = new ArrayList<>();
        arguments.add(WildcardTypeName.supertypeOf(Types.of(replica.key())));
        arguments.add(WildcardTypeName.supertypeOf(Types.of(replica.row())));
        return ParameterizedTypeName.get(ClassName.get(BiConsumer.class), arguments.toArray(TypeName[]::new));
    }
}

package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.asyncapi.model.ReplicaDeclaration.Store;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.ReplicasPlan;
import io.tidings.codegen.plan.ReplicasPlan.Join;
import io.tidings.codegen.plan.ReplicasPlan.Replica;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The class that runs all replicas of a document and gives their views. */
final class ReplicasEmitter implements Emitter {

    private static final TypeName CONFIGURATION =
            Types.generic(ClassName.get(Map.class), ClassName.get(String.class), ClassName.get(String.class));

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        return plan.replicas().stream().map(replicas -> type(plan, replicas));
    }

    private static TypeSpec type(GenerationPlan plan, ReplicasPlan replicas) {
        TypeSpec.Builder type = TypeSpec.classBuilder(Types.of(replicas.type()))
                .addModifiers(PUBLIC, FINAL)
                .addSuperinterface(AutoCloseable.class)
                .addJavadoc(JavadocText.of("Local copies of other services' data, as "
                        + JavadocText.escape(plan.title()) + " declares them. Safe for use by several threads."));
        ReplicaDefinitionCode definitions = new ReplicaDefinitionCode(plan);
        replicas.replicas().stream()
                .filter(replica -> replica.fold() == null)
                .forEach(replica -> type.addField(definitions.constant(replica)));
        type.addField(RuntimeTypes.REPLICATION_ENGINE, "replication", PRIVATE, FINAL);
        replicas.replicas()
                .forEach(replica -> type.addField(Types.of(replica.queries()), replica.accessor(), PRIVATE, FINAL));
        type.addMethod(constructor(replicas));
        replicas.folded().forEach(replica -> type.addMethod(definitions.method(replica)));
        if (!replicas.sql()) {
            type.addMethod(startPlainly(replicas));
        }
        type.addMethod(start(replicas));
        if (replicas.sql()) {
            type.addMethod(sqlSchema(replicas));
        }
        type.addMethod(awaitReady()).addMethod(ready());
        replicas.replicas().forEach(replica -> type.addMethod(accessor(replica)));
        return type.addMethod(replication()).addMethod(close()).build();
    }

    private static MethodSpec constructor(ReplicasPlan replicas) {
        MethodSpec.Builder method = MethodSpec.constructorBuilder()
                .addModifiers(PRIVATE)
                .addParameter(RuntimeTypes.REPLICATION_ENGINE, "replication")
                .addParameters(folds(replicas))
                .addStatement("this.replication = replication");
        for (Replica replica : replicas.replicas()) {
            List<CodeBlock> views = new ArrayList<>();
            views.add(CodeBlock.of("replication.view($L)", definition(replica)));
            for (Join join : replica.joins()) {
                views.add(CodeBlock.of("replication.view($L)", definition(replicas.of(join.view()))));
            }
            method.addStatement(
                    "this.$N = new $T($L)",
                    replica.accessor(),
                    Types.of(replica.queries()),
                    CodeBlock.join(views, ", "));
        }
        return method.build();
    }

    /** A constant; or where rows are made in Java, made with what makes them. */
    private static CodeBlock definition(Replica replica) {
        return replica.fold() == null
                ? CodeBlock.of("$N", replica.constant())
                : CodeBlock.of("$N($N)", replica.accessor(), replica.accessor());
    }

    private static List<ParameterSpec> folds(ReplicasPlan replicas) {
        return replicas.folded().stream()
                .map(replica -> ParameterSpec.builder(
                                Types.of(Objects.requireNonNull(replica.fold())), replica.accessor())
                        .build())
                .toList();
    }

    private static CodeBlock foldNames(ReplicasPlan replicas, String before) {
        CodeBlock.Builder names = CodeBlock.builder().add(before);
        replicas.folded().forEach(replica -> names.add(", $N", replica.accessor()));
        return names.build();
    }

    private static MethodSpec startPlainly(ReplicasPlan replicas) {
        return Subscribing.start("start")
                .addJavadoc("Starts to copy, with Kafka's own configuration keys.\n")
                .addParameter(CONFIGURATION, "configuration")
                .addParameters(folds(replicas))
                .returns(Types.of(replicas.type()))
                .addStatement(
                        "return start($L, $T.none())",
                        foldNames(replicas, "configuration"),
                        RuntimeTypes.REPLICATION_OPTIONS)
                .build();
    }

    private static MethodSpec start(ReplicasPlan replicas) {
        List<CodeBlock> definitions =
                replicas.replicas().stream().map(ReplicasEmitter::definition).toList();
        String more = replicas.sql() ? ": with the database that views are kept in" : "";
        return Subscribing.start("start")
                .addJavadoc("Starts to copy, with what a configuration cannot say$L.\n", more)
                .addParameter(CONFIGURATION, "configuration")
                .addParameters(folds(replicas))
                .addParameter(RuntimeTypes.REPLICATION_OPTIONS, "options")
                .returns(Types.of(replicas.type()))
                .addStatement(
                        "return new $T($L)",
                        Types.of(replicas.type()),
                        foldNames(
                                replicas,
                                CodeBlock.of(
                                        "$T.start(configuration, $T.of($>$>\n$L$<$<),\noptions)",
                                        RuntimeTypes.REPLICATION_ENGINE,
                                        List.class,
                                        CodeBlock.join(definitions, ",\n"))))
                .build();
    }

    private static CodeBlock foldNames(ReplicasPlan replicas, CodeBlock before) {
        return CodeBlock.builder().add(before).add(foldNames(replicas, "")).build();
    }

    private static MethodSpec sqlSchema(ReplicasPlan replicas) {
        List<Replica> kept = replicas.replicas().stream()
                .filter(replica -> replica.store() == Store.SQL)
                .toList();
        List<CodeBlock> texts = kept.stream()
                .map(replica -> CodeBlock.of("$T.ddl(configuration, $L)", RuntimeTypes.SQL_STORE, definition(replica)))
                .toList();
        List<ParameterSpec> folds = folds(new ReplicasPlan(replicas.type(), kept));
        return MethodSpec.methodBuilder("sqlSchema")
                .addModifiers(PUBLIC, STATIC)
                .addJavadoc(
                        "What creates the tables of views that are kept in a database, where who starts this may not.\n")
                .addParameter(CONFIGURATION, "configuration")
                .addParameters(folds)
                .returns(String.class)
                .addStatement("return $L", CodeBlock.join(texts, "\n+ "))
                .build();
    }

    private static MethodSpec awaitReady() {
        return MethodSpec.methodBuilder("awaitReady")
                .addModifiers(PUBLIC)
                .addJavadoc(
                        "Waits until every copy has caught up with what was published before now.\n\n@return false if that"
                                + " took longer\n")
                .addParameter(Duration.class, "deadline")
                .addException(InterruptedException.class)
                .returns(TypeName.BOOLEAN)
                .addStatement("return replication.awaitReady(deadline)")
                .build();
    }

    private static MethodSpec ready() {
        return MethodSpec.methodBuilder("ready")
                .addModifiers(PUBLIC)
                .addJavadoc("Whether every copy has caught up with what was published before the start.\n")
                .returns(TypeName.BOOLEAN)
                .addStatement("return replication.ready()")
                .build();
    }

    private static MethodSpec accessor(Replica replica) {
        return MethodSpec.methodBuilder(replica.accessor())
                .addModifiers(PUBLIC)
                .addJavadoc("The rows of view " + "$L.\n", JavadocText.code(replica.view()))
                .returns(Types.of(replica.queries()))
                .addStatement("return $N", replica.accessor())
                .build();
    }

    private static MethodSpec replication() {
        return MethodSpec.methodBuilder("replication")
                .addModifiers(PUBLIC)
                .addJavadoc("What runs them: for health, metrics, an HTTP endpoint, rebuilding.\n")
                .returns(RuntimeTypes.REPLICATION_ENGINE)
                .addStatement("return replication")
                .build();
    }

    private static MethodSpec close() {
        return MethodSpec.methodBuilder("close")
                .addModifiers(PUBLIC)
                .addAnnotation(Override.class)
                .addJavadoc("Stops copying.\n")
                .addStatement("replication.close()")
                .build();
    }
}

package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.ClassNames;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.ReplicasPlan;
import io.tidings.codegen.plan.ReplicasPlan.Replica;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The class that runs all replicas of a document and gives their views. */
final class ReplicasEmitter implements Emitter {

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
        replicas.replicas().forEach(replica -> type.addField(definition(plan, replica)));
        type.addField(RuntimeTypes.REPLICATION_ENGINE, "replication", PRIVATE, FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(PRIVATE)
                        .addParameter(RuntimeTypes.REPLICATION_ENGINE, "replication")
                        .addStatement("this.replication = replication")
                        .build())
                .addMethod(start(replicas))
                .addMethod(awaitReady())
                .addMethod(ready());
        replicas.replicas().forEach(replica -> type.addMethod(accessor(replica)));
        return type.addMethod(close()).build();
    }

    private static FieldSpec definition(GenerationPlan plan, Replica replica) {
        ClassName view = Types.of(replica.viewType());
        return FieldSpec.builder(
                        generic(RuntimeTypes.REPLICA_DEFINITION, replica), replica.constant(), PUBLIC, STATIC, FINAL)
                .addJavadoc(JavadocText.of(
                        "View " + JavadocText.code(replica.view()) + " of "
                                + JavadocText.code(replica.channel().address()) + ".",
                        replica.documentation()))
                .initializer(
                        "new $T<>($>$>\n$S,\n$L,\nnew $T<>($S, $T.class, $L),\n$L,\n$T.$L,\n$T.$L$<$<)",
                        RuntimeTypes.REPLICA_DEFINITION,
                        replica.view(),
                        Types.of(replica.channel().constant()),
                        RuntimeTypes.MESSAGE_TYPE,
                        replica.messageName(),
                        view,
                        schema(plan, replica),
                        version(replica),
                        RuntimeTypes.DELETES,
                        replica.deletes(),
                        RuntimeTypes.STORE_KIND,
                        replica.store())
                .build();
    }

    private static CodeBlock schema(GenerationPlan plan, Replica replica) {
        boolean beside = plan.avroTypes().stream()
                .filter(type -> ClassNames.of(type).equals(replica.viewType()))
                .anyMatch(type -> !plan.existing().in(type).isEmpty());
        return beside
                ? ExistingCode.schema(replica.viewSchema().toString())
                : CodeBlock.of("$T.getClassSchema()", Types.of(replica.viewType()));
    }

    private static CodeBlock version(Replica replica) {
        return replica.versionField() == null
                ? CodeBlock.of("$T.header()", RuntimeTypes.VERSION_SOURCE)
                : CodeBlock.of("$T.field($S)", RuntimeTypes.VERSION_SOURCE, replica.versionField());
    }

    private static MethodSpec start(ReplicasPlan replicas) {
        List<CodeBlock> definitions = replicas.replicas().stream()
                .map(replica -> CodeBlock.of("$N", replica.constant()))
                .toList();
        return Subscribing.start("start")
                .addJavadoc("Starts to copy, with Kafka's own configuration keys.\n")
                .addParameter(
                        Types.generic(
                                ClassName.get(Map.class), ClassName.get(String.class), ClassName.get(String.class)),
                        "configuration")
                .returns(Types.of(replicas.type()))
                .addStatement(
                        "return new $T($T.start(configuration, $T.of($L)))",
                        Types.of(replicas.type()),
                        RuntimeTypes.REPLICATION_ENGINE,
                        List.class,
                        CodeBlock.join(definitions, ", "))
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
                .returns(generic(RuntimeTypes.REPLICA_VIEW, replica))
                .addStatement("return replication.view($N)", replica.constant())
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

    private static TypeName generic(ClassName type, Replica replica) {
        return Types.generic(type, Types.of(replica.channel().key()), Types.of(replica.viewType()));
    }
}

package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.tidings.asyncapi.model.ReplicaDeclaration.Store;
import io.tidings.codegen.plan.ClassNames;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.ReplicasPlan.Effect;
import io.tidings.codegen.plan.ReplicasPlan.Feed;
import io.tidings.codegen.plan.ReplicasPlan.Index;
import io.tidings.codegen.plan.ReplicasPlan.Replica;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** How the definition of a view is written. */
final class ReplicaDefinitionCode {

    private final GenerationPlan plan;

    ReplicaDefinitionCode(GenerationPlan plan) {
        this.plan = plan;
    }

    FieldSpec constant(Replica replica) {
        return FieldSpec.builder(type(replica), replica.constant(), PUBLIC, STATIC, FINAL)
                .addJavadoc(javadoc(replica))
                .initializer("$L", definition(replica))
                .build();
    }

    /** Of a view whose rows are made in Java. */
    MethodSpec method(Replica replica) {
        return MethodSpec.methodBuilder(replica.accessor())
                .addModifiers(PUBLIC, STATIC)
                .addJavadoc(javadoc(replica))
                .addParameter(Types.of(Objects.requireNonNull(replica.fold())), "fold")
                .returns(type(replica))
                .addStatement("return $L", definition(replica))
                .build();
    }

    /** {@code Type<K, V>}. */
    static TypeName generic(ClassName type, Replica replica) {
        return Types.generic(type, Types.of(replica.key()), Types.of(replica.row()));
    }

    private static TypeName type(Replica replica) {
        return generic(RuntimeTypes.REPLICA_DEFINITION, replica);
    }

    private static CodeBlock javadoc(Replica replica) {
        String addresses = replica.feeds().stream()
                .map(feed -> JavadocText.code(feed.channel().address()))
                .distinct()
                .collect(Collectors.joining(" and "));
        return JavadocText.of(
                "View " + JavadocText.code(replica.view()) + " of " + addresses + ".", replica.documentation());
    }

    private CodeBlock definition(Replica replica) {
        TypeName key = Types.of(replica.key());
        ClassName row = Types.of(replica.row());
        List<CodeBlock> feeds =
                replica.feeds().stream().map(feed -> feed(replica, feed)).toList();
        TypeName feed = Types.generic(RuntimeTypes.FEED, key, Types.ANYTHING, row);
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.<$T, $T>of($>$>\n$S,\nnew $T<>($S, $T.class, $L),\n$T.<$T>of($>$>\n$L$<$<))$<$<",
                        RuntimeTypes.REPLICA_DEFINITION,
                        key,
                        row,
                        replica.view(),
                        RuntimeTypes.MESSAGE_TYPE,
                        replica.view(),
                        row,
                        schema(replica),
                        List.class,
                        feed,
                        CodeBlock.join(feeds, ",\n"));
        code.add("$>$>");
        if (replica.store() != Store.ROCKSDB) {
            code.add("\n.store($T.$L)", RuntimeTypes.STORE_KIND, replica.store());
        }
        if (replica.whole() && replica.store() != Store.SQL) {
            code.add("\n.fullCopy()");
        }
        for (Index index : replica.indexes()) {
            code.add("\n.index($T.$N)", Types.of(replica.queries()), index.constant());
        }
        if (replica.failAfter() != null) {
            code.add(
                    "\n.staleness($T.failAfter($T.parse($S)))",
                    RuntimeTypes.STALENESS,
                    Duration.class,
                    replica.failAfter());
        }
        return code.add("$<$<").build();
    }

    private CodeBlock feed(Replica replica, Feed feed) {
        CodeBlock channel = Types.of(feed.channel().constant());
        CodeBlock version = feed.versionField() == null
                ? CodeBlock.of("$T.header()", RuntimeTypes.VERSION_SOURCE)
                : CodeBlock.of("$T.field($S)", RuntimeTypes.VERSION_SOURCE, feed.versionField());
        CodeBlock deletes = CodeBlock.of("$T.$L", RuntimeTypes.DELETES, feed.tombstones() ? "TOMBSTONE" : "NONE");
        CodeBlock message = Types.of(feed.message().constant());
        if (feed.effect() == Effect.DELETED) {
            return CodeBlock.of("$T.deleted($>$>\n$L,\n$L,\n$L$<$<)", RuntimeTypes.FEED, channel, message, version);
        }
        if (feed.effect() == Effect.FOLDED) {
            return CodeBlock.of(
                    "$T.folded($>$>\n$L,\n$L,\n$L,\n$L,\nfold.revision(),\nfold::$N$<$<)",
                    RuntimeTypes.FEED,
                    channel,
                    message,
                    version,
                    deletes,
                    feed.method().orElseThrow());
        }
        return CodeBlock.of(
                "$T.of($>$>\n$L,\n$L,\n$L,\n$L$<$<)",
                RuntimeTypes.FEED,
                channel,
                MessagesEmitter.type(Types.of(replica.row()), schema(replica), feed.message()),
                version,
                deletes);
    }

    /** The schema's text where the class, which holds classes of the user's own, cannot tell it. */
    private CodeBlock schema(Replica replica) {
        boolean beside = plan.avroTypes().stream()
                .filter(type -> ClassNames.of(type).equals(replica.row()))
                .anyMatch(type -> !plan.existing().in(type).isEmpty());
        return beside
                ? ExistingCode.schema(replica.rowSchema().toString())
                : CodeBlock.of("$T.getClassSchema()", Types.of(replica.row()));
    }
}

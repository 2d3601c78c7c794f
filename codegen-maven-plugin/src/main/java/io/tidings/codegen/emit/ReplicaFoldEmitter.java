package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.ReplicasPlan.Feed;
import io.tidings.codegen.plan.ReplicasPlan.Replica;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The interface of what makes rows in Java: one method for each kind of message. */
final class ReplicaFoldEmitter implements Emitter {

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        return plan.replicas().stream()
                .flatMap(replicas -> replicas.folded().stream())
                .map(ReplicaFoldEmitter::type);
    }

    private static TypeSpec type(Replica replica) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(Types.of(Objects.requireNonNull(replica.fold())))
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of(
                        "Makes the rows of view " + JavadocText.code(replica.view())
                                + " of what is received. Called by several threads, each for keys of its own; "
                                + "{@link " + RuntimeTypes.ROW_FOLD.canonicalName() + "} says what it has to bear.",
                        replica.documentation()))
                .addMethod(MethodSpec.methodBuilder("revision")
                        .addModifiers(PUBLIC, ABSTRACT)
                        .addJavadoc(
                                "A name for what this does: whoever changes it, so that rows come out differently, changes the"
                                        + " name, and the\nview is built anew.\n")
                        .returns(String.class)
                        .build());
        replica.folds().forEach(feed -> type.addMethod(fold(replica, feed)));
        return type.build();
    }

    private static MethodSpec fold(Replica replica, Feed feed) {
        TypeName row = Types.generic(ClassName.get(Optional.class), Types.of(replica.row()));
        return MethodSpec.methodBuilder(feed.method().orElseThrow())
                .addModifiers(PUBLIC, ABSTRACT)
                .addJavadoc(JavadocText.of(
                        "The row after a message "
                                + JavadocText.code(feed.message().name()) + "; empty if the entity is gone.",
                        feed.message().documentation()))
                .addParameter(row, "before")
                .addParameter(Types.of(feed.message().payload()), "event")
                .returns(row)
                .build();
    }
}

package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.OperationPlan;
import io.tidings.codegen.plan.OperationPlan.Replier;
import io.tidings.codegen.plan.OperationPlan.Subscriber;
import java.util.Optional;
import java.util.stream.Stream;

/** The interfaces that users implement. */
final class HandlerEmitter implements Emitter {

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        return plan.operations().stream().flatMap(operation -> {
            if (operation instanceof Subscriber subscriber) {
                return Stream.of(handler(subscriber));
            }
            return operation instanceof Replier replier ? Stream.of(handler(replier)) : Stream.of();
        });
    }

    private static TypeSpec handler(Subscriber subscriber) {
        return type(
                subscriber.handler(),
                subscriber,
                subscriber.replies() ? "Handles replies from " : "Handles what arrives on ",
                MethodSpec.methodBuilder("handle")
                        .addJavadoc(
                                subscriber.replies()
                                        ? "Handles a reply; its payload is null where the replier answered that it failed, and a header says"
                                                + " why.\n"
                                        : "Handles a message; its payload is null for a tombstone.\n")
                        .addParameter(Incoming.received(subscriber.channel(), subscriber.messages()), "message")
                        .addParameters(Parameters.address(subscriber.channel()).declared())
                        .returns(TypeName.VOID));
    }

    private static TypeSpec handler(Replier replier) {
        return type(
                replier.handler(),
                replier,
                "Answers requests from ",
                MethodSpec.methodBuilder("handle")
                        .addJavadoc("""
                                Answers a request. A {@link $T} becomes a fault reply; what this has written before stays.
                                What fails otherwise is tried again, and answered with a fault when it is given up.

                                @return the reply$L
                                """, RuntimeTypes.FAULT_REPLY, replier.mayAnswer() ? "; empty for no answer" : "")
                        .addParameter(Incoming.received(replier.channel(), replier.requests()), "request")
                        .addParameters(Parameters.address(replier.channel()).declared())
                        .returns(answer(replier)));
    }

    private static TypeName answer(Replier replier) {
        TypeName reply = Types.of(replier.replies().valueType());
        return replier.mayAnswer() ? Types.generic(ClassName.get(Optional.class), reply) : reply;
    }

    private static TypeSpec type(JavaName name, OperationPlan operation, String does, MethodSpec.Builder method) {
        return TypeSpec.interfaceBuilder(Types.of(name))
                .addModifiers(PUBLIC)
                .addAnnotation(FunctionalInterface.class)
                .addJavadoc(JavadocText.of(
                        does + JavadocText.address(operation.channel()) + ".", operation.documentation()))
                .addMethod(method.addModifiers(PUBLIC, ABSTRACT)
                        .addException(ClassName.get(Exception.class))
                        .build())
                .build();
    }
}

package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.MessageChoice.Variant;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.OperationPlan.Replier;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Repliers: they adapt typed handlers, and send what these answer. */
final class ReplierEmitter implements Emitter {

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        return plan.operations(Replier.class).map(ReplierEmitter::type);
    }

    private static TypeSpec type(Replier replier) {
        TypeSpec.Builder type = TypeSpec.classBuilder(Types.of(replier.type()))
                .addModifiers(PUBLIC, FINAL)
                .addJavadoc(JavadocText.of(
                        "Answers requests from "
                                + JavadocText.address(replier.channel())
                                + ", to the address they name"
                                + (replier.replyChannel().open()
                                        ? ""
                                        : " or else to " + JavadocText.address(replier.replyChannel()))
                                + ". Stateless.",
                        replier.documentation()));
        Subscribing.addTo(type, replier.channel(), replier.requests(), replier.group(), replier.shared());
        MethodSpec serve = serve(replier);
        type.addMethod(replying(replier)).addMethod(serve);
        Subscribing.each(replier.channel(), serve).ifPresent(type::addMethod);
        return type.addMethod(Subscribing.subscribe(replier.channel()))
                .addMethod(reply(replier))
                .addMethod(Incoming.typed(replier.channel(), replier.requests()))
                .build();
    }

    private static MethodSpec replying(Replier replier) {
        return Subscribing.start("replying")
                .addJavadoc("""
                        Adapts a typed handler; a request is done when the sink has taken its reply. Whoever asked what is
                        given up is told with a fault.
                        """)
                .addParameter(Types.of(replier.handler()), "handler")
                .addParameter(RuntimeTypes.MESSAGE_SINK, "replies")
                .returns(Subscribing.handlerOf(replier.channel()))
                .addCode(ExistingCode.requireWritable(
                        replier.replies().variants().stream().map(Variant::message)))
                .beginControlFlow(
                        "return $T.handler(replies, $L, $L, message ->",
                        RuntimeTypes.REPLYING,
                        replier.replyChannel().open()
                                ? CodeBlock.of(
                                        "$T::$N",
                                        Types.of(replier.replyChannel()
                                                .constant()
                                                .owner()),
                                        replier.replyChannel().constant().name())
                                : Types.of(replier.replyChannel().constant()),
                        Types.of(replier.replies().variants().get(0).message().constant()))
                .addStatement("$T request = typed(message)", Incoming.received(replier.channel(), replier.requests()))
                .addStatement(answer(replier))
                .addCode("$<});\n")
                .build();
    }

    private static CodeBlock answer(Replier replier) {
        if (!replier.mayAnswer()) {
            return CodeBlock.of(
                    "return reply(replies, request, handler.handle(request$L))",
                    Incoming.parameters(replier.channel(), "request"));
        }
        // A stage of null is complete: nothing was sent.
        return CodeBlock.of(
                "return handler.handle(request$L)\n.<$T>map(reply -> reply(replies, request, reply))"
                        + "\n.orElseGet(() -> $T.completedStage(null))",
                Incoming.parameters(replier.channel(), "request"),
                Types.generic(ClassName.get(CompletionStage.class), Types.ANYTHING),
                CompletableFuture.class);
    }

    private static MethodSpec serve(Replier replier) {
        return Subscribing.start("serve")
                .addJavadoc("Answers as a member of {@link #GROUP}, straight through the transport.\n")
                .addParameter(RuntimeTypes.TRANSPORT, "transport")
                .addParameters(Parameters.address(replier.channel()).declared())
                .addParameter(Types.of(replier.handler()), "handler")
                .returns(RuntimeTypes.SUBSCRIPTION)
                .addStatement(
                        "return subscribe(transport, $L, replying(handler, transport.sink()))",
                        Subscribing.arguments(replier.channel(), "GROUP"))
                .build();
    }

    private static MethodSpec reply(Replier replier) {
        TypeName value = Types.of(replier.replies().valueType());
        MethodSpec.Builder reply = MethodSpec.methodBuilder("reply")
                .addModifiers(PRIVATE, STATIC)
                .addParameter(RuntimeTypes.MESSAGE_SINK, "replies")
                .addParameter(Types.generic(RuntimeTypes.RECEIVED, Types.ANYTHING, Types.ANYTHING), "request")
                .addParameter(value, "reply")
                .returns(Types.stageOf(RuntimeTypes.RECEIPT));
        if (replier.replies().union() == null) {
            MessagePlan only = replier.replies().variants().get(0).message();
            return reply.addStatement("return $L", send(replier, only, "reply")).build();
        }
        CodeBlock.Builder branches = CodeBlock.builder();
        for (Variant variant : replier.replies().variants()) {
            branches.add("payload -> $L,\n", send(replier, variant.message(), "payload"));
        }
        branches.add(
                "unknown -> {$>\nthrow new $T($S);$<\n}",
                IllegalArgumentException.class,
                "An unknown kind of reply cannot be sent");
        return reply.addStatement("return reply.match(\n$L)", branches.build()).build();
    }

    private static CodeBlock send(Replier replier, MessagePlan message, String payload) {
        return CodeBlock.of(
                replier.replyChannel().open()
                        ? "$T.reply(\nreplies,\nrequest,\n$L,\n$L,\n$L)"
                        : "$T.reply(replies, request, $L, $L, $L)",
                RuntimeTypes.REPLYING,
                Types.at(replier.replyChannel(), CodeBlock.of("$T.returnAddress(request)", RuntimeTypes.REPLYING)),
                Types.of(message.constant()),
                payload);
    }
}

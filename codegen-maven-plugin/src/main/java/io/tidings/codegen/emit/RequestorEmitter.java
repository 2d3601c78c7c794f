package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.OperationPlan.AskMethods;
import io.tidings.codegen.plan.OperationPlan.Requestor;
import java.time.Duration;
import java.util.stream.Stream;

/** Requestors: they ask, and join replies to what was asked. */
final class RequestorEmitter implements Emitter {

    private static final ClassName DURATION = ClassName.get(Duration.class);

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        return plan.operations(Requestor.class).map(RequestorEmitter::type);
    }

    private static TypeSpec type(Requestor requestor) {
        ClassName name = Types.of(requestor.type());
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(PUBLIC, FINAL)
                .addSuperinterface(AutoCloseable.class)
                .addJavadoc(JavadocText.of(
                        "Asks on " + JavadocText.address(requestor.channel()) + " and awaits replies on "
                                + JavadocText.address(requestor.replyChannel())
                                + ". Safe for use by several threads.",
                        requestor.documentation()))
                .addField(RuntimeTypes.REQUESTOR, "requestor", PRIVATE, FINAL)
                .addField(fallback(requestor), "fallback", PRIVATE, FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(PRIVATE)
                        .addParameter(RuntimeTypes.REQUESTOR, "requestor")
                        .addParameter(fallback(requestor), "fallback")
                        .addStatement("this.requestor = requestor")
                        .addStatement("this.fallback = fallback")
                        .build())
                .addMethod(open(requestor))
                .addMethod(withFallback(requestor));
        for (AskMethods methods : requestor.methods()) {
            for (boolean headers : Outgoing.withHeaders(methods.message())) {
                type.addMethod(request(requestor, methods, headers))
                        .addMethod(requestWithOptions(requestor, methods, headers))
                        .addMethod(requestAndWait(requestor, methods, headers))
                        .addMethod(ask(requestor, methods, headers));
            }
        }
        type.addMethod(close());
        if (requestor.replies().union() == null) {
            type.addMethod(Incoming.reply(requestor.replyChannel(), requestor.replies()));
        }
        return type.build();
    }

    private static MethodSpec open(Requestor requestor) {
        return Subscribing.start("open")
                .addJavadoc(
                        "Starts to listen for replies$L.\n",
                        requestor.replyChannel().open() ? " at an address that requests name" : "")
                .addParameter(RuntimeTypes.TRANSPORT, "transport")
                .addParameters(Parameters.replyAddress(requestor.replyChannel()).declared())
                .returns(Types.of(requestor.type()))
                .addCode(ExistingCode.requireWritable(
                        requestor.methods().stream().map(AskMethods::message)))
                .addStatement(
                        "return new $T(transport.requestor(new $T<>(\n$L,\n$L)), $T.none())",
                        Types.of(requestor.type()),
                        RuntimeTypes.REPLY_CHANNEL,
                        Types.at(requestor.replyChannel(), CodeBlock.of("replyAddress")),
                        Subscribing.kinds(requestor.replies()),
                        RuntimeTypes.FALLBACK)
                .build();
    }

    private static TypeName fallback(Requestor requestor) {
        return Types.generic(RuntimeTypes.FALLBACK, Types.of(requestor.replies().valueType()));
    }

    private static MethodSpec withFallback(Requestor requestor) {
        return MethodSpec.methodBuilder("withFallback")
                .addModifiers(PUBLIC)
                .addJavadoc("""
                        The same requestor with something to go on with when a reply does not come, such as one from a cache.
                        Closing either closes both.
                        """)
                .addParameter(fallback(requestor), "fallback")
                .returns(Types.of(requestor.type()))
                .addStatement("return new $T(requestor, fallback)", Types.of(requestor.type()))
                .build();
    }

    private static Parameters parameters(Requestor requestor, AskMethods methods, boolean headers) {
        return Parameters.of(requestor.channel(), methods.message()).headers(methods.message(), headers);
    }

    private static MethodSpec request(Requestor requestor, AskMethods methods, boolean headers) {
        Parameters parameters = parameters(requestor, methods, headers).and(DURATION, "deadline");
        return MethodSpec.methodBuilder(methods.request())
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of(
                        "Asks with message "
                                + JavadocText.code(methods.message().name()) + ".",
                        methods.message().documentation()))
                .addJavadoc("""

                        @return the reply; or a failure: transient when the deadline passes, a {@link $T} when the
                            replier answers that it failed
                        """, RuntimeTypes.FAULT_REPLY)
                .addParameters(parameters.declared())
                .returns(Types.stageOf(Types.of(requestor.replies().valueType())))
                .addStatement(
                        "return $N($L, $T.NONE)", methods.request(), parameters.names(), RuntimeTypes.SEND_OPTIONS)
                .build();
    }

    private static MethodSpec requestWithOptions(Requestor requestor, AskMethods methods, boolean headers) {
        Parameters parameters = parameters(requestor, methods, headers)
                .and(DURATION, "deadline")
                .and(RuntimeTypes.SEND_OPTIONS, "options");
        boolean bare = requestor.replies().union() == null;
        return MethodSpec.methodBuilder(methods.request())
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of("Asks with message "
                        + JavadocText.code(methods.message().name()) + " and options."))
                .addParameters(parameters.declared())
                .returns(Types.stageOf(Types.of(requestor.replies().valueType())))
                .addStatement(
                        "$T message = $L",
                        Types.generic(
                                RuntimeTypes.OUTGOING_MESSAGE,
                                Types.of(requestor.channel().key()),
                                Types.of(methods.message().payload())),
                        Outgoing.message(
                                requestor.channel(),
                                methods.message(),
                                "payload",
                                Outgoing.options("options", headers)))
                .addStatement(
                        "return fallback.over(requestor.request(message, deadline).thenApply($T::$L))",
                        bare
                                ? Types.of(requestor.type())
                                : Types.of(requestor.replies().valueType()),
                        bare ? "reply" : "of")
                .build();
    }

    private static MethodSpec requestAndWait(Requestor requestor, AskMethods methods, boolean headers) {
        Parameters parameters = parameters(requestor, methods, headers).and(DURATION, "deadline");
        return MethodSpec.methodBuilder(methods.requestAndWait())
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of("Asks with message "
                        + JavadocText.code(methods.message().name())
                        + " and waits for the reply, which fails as that of {@link #" + methods.request() + "} does."))
                .addParameters(parameters.declared())
                .returns(Types.of(requestor.replies().valueType()))
                .addException(InterruptedException.class)
                .addStatement("return $T.on($N($L))", RuntimeTypes.WAITING, methods.request(), parameters.names())
                .build();
    }

    private static MethodSpec ask(Requestor requestor, AskMethods methods, boolean headers) {
        MessagePlan message = methods.message();
        return Subscribing.start(methods.ask())
                .addJavadoc(JavadocText.of("Asks through a sink, such as an outbox, with message "
                        + JavadocText.code(message.name())
                        + (requestor.replyChannel().open()
                                ? ". The options say where the reply is expected."
                                : ". The reply goes to the reply channel, unless the options say otherwise.")))
                .addParameter(RuntimeTypes.MESSAGE_SINK, "sink")
                .addParameters(parameters(requestor, methods, headers).declared())
                .addParameter(RuntimeTypes.SEND_OPTIONS, "options")
                .returns(Types.stageOf(RuntimeTypes.RECEIPT))
                .addCode(addressed(requestor))
                .addStatement(
                        "return sink.send($L)",
                        Outgoing.message(
                                requestor.channel(),
                                message,
                                "payload",
                                Outgoing.options(requestor.replyChannel().open() ? "options" : "addressed", headers)))
                .build();
    }

    private static CodeBlock addressed(Requestor requestor) {
        if (requestor.replyChannel().open()) {
            return CodeBlock.builder()
                    .beginControlFlow("if (options.replyTo() == null)")
                    .addStatement(
                            "throw new $T($S)",
                            IllegalArgumentException.class,
                            "The options must say where the reply is expected")
                    .endControlFlow()
                    .build();
        }
        return CodeBlock.builder()
                .addStatement(
                        "$T addressed = options.replyTo() != null\n? options\n: options.withReplyTo($L.address())",
                        RuntimeTypes.SEND_OPTIONS,
                        Types.of(requestor.replyChannel().constant()))
                .build();
    }

    private static MethodSpec close() {
        return MethodSpec.methodBuilder("close")
                .addModifiers(PUBLIC)
                .addAnnotation(Override.class)
                .addJavadoc("Stops listening; what is outstanding fails.\n")
                .addStatement("requestor.close()")
                .build();
    }
}

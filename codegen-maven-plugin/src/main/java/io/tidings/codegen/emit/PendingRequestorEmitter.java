package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.OperationPlan.AskMethods;
import io.tidings.codegen.plan.OperationPlan.Requestor;
import java.time.Duration;
import java.util.stream.Stream;

/** Requestors whose requests stand in a database until the reply comes, so that they survive a restart. */
final class PendingRequestorEmitter implements Emitter {

    private static final TypeVariableName CONTEXT = TypeVariableName.get("C");
    private static final TypeName FORMAT = Types.generic(RuntimeTypes.CONTEXT_FORMAT, CONTEXT);

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        return plan.operations(Requestor.class).map(PendingRequestorEmitter::type);
    }

    private static TypeSpec type(Requestor requestor) {
        TypeSpec.Builder type = TypeSpec.classBuilder(Types.of(requestor.pending()))
                .addModifiers(PUBLIC, FINAL)
                .addTypeVariable(CONTEXT)
                .addJavadoc(JavadocText.of(
                        "Asks on " + JavadocText.address(requestor.channel())
                                + " in a database transaction, and goes on in another one when the reply comes on "
                                + JavadocText.address(requestor.replyChannel())
                                + ", after a restart perhaps. Safe for use by several threads.",
                        requestor.documentation()))
                .addJavadoc("\n@param <C> what is remembered of the request until then\n")
                .addField(FORMAT, "format", PRIVATE, FINAL);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(PUBLIC)
                .addParameter(FORMAT, "format")
                .addParameters(Parameters.replyAddress(requestor.replyChannel()).declared())
                .addCode(ExistingCode.requireWritable(
                        requestor.methods().stream().map(AskMethods::message)))
                .addStatement("this.format = format");
        if (requestor.replyChannel().open()) {
            type.addField(String.class, "replyAddress", PRIVATE, FINAL);
            constructor.addStatement("this.replyAddress = replyAddress");
        }
        type.addMethod(constructor.build());
        for (AskMethods methods : requestor.methods()) {
            Outgoing.withHeaders(methods.message())
                    .forEach(headers -> type.addMethod(ask(requestor, methods, headers)));
        }
        type.addMethod(resuming(requestor));
        if (requestor.replies().union() == null) {
            type.addMethod(Incoming.reply(requestor.replyChannel(), requestor.replies()));
        }
        return type.build();
    }

    private static MethodSpec ask(Requestor requestor, AskMethods methods, boolean headers) {
        return MethodSpec.methodBuilder(methods.ask())
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of(
                        "Asks with message "
                                + JavadocText.code(methods.message().name()) + " when the transaction commits.",
                        methods.message().documentation()))
                .addJavadoc("""

                        @param context what to go on with when the reply comes
                        @param deadline how long to wait for it
                        @return the request's correlation id
                        """)
                .addParameter(RuntimeTypes.PENDING_REQUESTS, "requests")
                .addParameters(Parameters.of(requestor.channel(), methods.message())
                        .headers(methods.message(), headers)
                        .and(CONTEXT, "context")
                        .and(ClassName.get(Duration.class), "deadline")
                        .declared())
                .returns(String.class)
                .addStatement(
                        "$T options = $T.NONE.withReplyTo($L)",
                        RuntimeTypes.SEND_OPTIONS,
                        RuntimeTypes.SEND_OPTIONS,
                        requestor.replyChannel().open()
                                ? CodeBlock.of("replyAddress")
                                : CodeBlock.of(
                                        "$L.address()",
                                        Types.of(requestor.replyChannel().constant())))
                .addStatement(
                        "$T request = $L",
                        Types.generic(
                                RuntimeTypes.OUTGOING_MESSAGE,
                                Types.of(requestor.channel().key()),
                                Types.of(methods.message().payload())),
                        Outgoing.message(
                                requestor.channel(),
                                methods.message(),
                                "payload",
                                Outgoing.options("options", headers)))
                .addStatement("return requests.ask(request, format.write(context), deadline)")
                .build();
    }

    private static MethodSpec resuming(Requestor requestor) {
        boolean bare = requestor.replies().union() == null;
        TypeName reply = Types.of(requestor.replies().valueType());
        return MethodSpec.methodBuilder("resuming")
                .addModifiers(PUBLIC)
                .addJavadoc("Adapts a typed outcome, for what hears of replies and of deadlines that have passed.\n")
                .addParameter(Types.generic(RuntimeTypes.PENDING_OUTCOME, CONTEXT, reply), "outcome")
                .returns(RuntimeTypes.PENDING_HANDLER)
                .addStatement(
                        "return $T.of(format, $T::$L, outcome)",
                        RuntimeTypes.PENDING_HANDLER,
                        bare ? Types.of(requestor.pending()) : reply,
                        bare ? "reply" : "of")
                .build();
    }
}

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
import io.tidings.codegen.plan.OperationPlan.GatherMethods;
import io.tidings.codegen.plan.OperationPlan.Gatherer;
import java.util.stream.Stream;

/** Gatherers: they ask many, and collect what these answer. */
final class GathererEmitter implements Emitter {

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        return plan.operations(Gatherer.class).map(GathererEmitter::type);
    }

    private static TypeSpec type(Gatherer gatherer) {
        ClassName name = Types.of(gatherer.type());
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(PUBLIC, FINAL)
                .addSuperinterface(AutoCloseable.class)
                .addJavadoc(JavadocText.of(
                        "Asks many on " + JavadocText.address(gatherer.channel())
                                + " and collects what they reply on "
                                + JavadocText.address(gatherer.replyChannel())
                                + ". Safe for use by several threads.",
                        gatherer.documentation()))
                .addField(RuntimeTypes.REQUESTOR, "requestor", PRIVATE, FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(PRIVATE)
                        .addParameter(RuntimeTypes.REQUESTOR, "requestor")
                        .addStatement("this.requestor = requestor")
                        .build())
                .addMethod(open(gatherer, name));
        for (GatherMethods methods : gatherer.methods()) {
            for (boolean headers : Outgoing.withHeaders(methods.message())) {
                type.addMethod(gather(gatherer, methods, headers))
                        .addMethod(gatherWithOptions(gatherer, methods, headers))
                        .addMethod(gatherAndWait(gatherer, methods, headers));
            }
        }
        type.addMethod(MethodSpec.methodBuilder("close")
                .addModifiers(PUBLIC)
                .addAnnotation(Override.class)
                .addJavadoc("Stops listening; what is outstanding fails.\n")
                .addStatement("requestor.close()")
                .build());
        if (gatherer.replies().union() == null) {
            type.addMethod(Incoming.reply(gatherer.replyChannel(), gatherer.replies()));
        }
        return type.build();
    }

    private static MethodSpec open(Gatherer gatherer, ClassName name) {
        return Subscribing.start("open")
                .addJavadoc(
                        "Starts to listen for replies$L.\n",
                        gatherer.replyChannel().open() ? " at an address that requests name" : "")
                .addParameter(RuntimeTypes.TRANSPORT, "transport")
                .addParameters(Parameters.replyAddress(gatherer.replyChannel()).declared())
                .returns(name)
                .addCode(
                        ExistingCode.requireWritable(gatherer.methods().stream().map(GatherMethods::message)))
                .addStatement(
                        "return new $T(transport.requestor(new $T<>(\n$L,\n$L)))",
                        name,
                        RuntimeTypes.REPLY_CHANNEL,
                        Types.at(gatherer.replyChannel(), CodeBlock.of("replyAddress")),
                        Subscribing.kinds(gatherer.replies()))
                .build();
    }

    private static TypeName gathered(Gatherer gatherer) {
        return Types.generic(RuntimeTypes.GATHERED, Types.of(gatherer.replies().valueType()));
    }

    private static MethodSpec gather(Gatherer gatherer, GatherMethods methods, boolean headers) {
        Parameters parameters = parameters(gatherer, methods, headers);
        return MethodSpec.methodBuilder(methods.gather())
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of(
                        "Asks many with message "
                                + JavadocText.code(methods.message().name()) + ".",
                        methods.message().documentation()))
                .addJavadoc("""

                        @return what came, in order of arrival, nothing perhaps; or a failure if nobody could be asked
                        """)
                .addParameters(parameters.declared())
                .returns(Types.stageOf(gathered(gatherer)))
                .addStatement("return $N($L, $T.NONE)", methods.gather(), parameters.names(), RuntimeTypes.SEND_OPTIONS)
                .build();
    }

    private static Parameters parameters(Gatherer gatherer, GatherMethods methods, boolean headers) {
        return Parameters.of(gatherer.channel(), methods.message())
                .headers(methods.message(), headers)
                .and(RuntimeTypes.GATHER, "until");
    }

    private static MethodSpec gatherWithOptions(Gatherer gatherer, GatherMethods methods, boolean headers) {
        boolean bare = gatherer.replies().union() == null;
        return MethodSpec.methodBuilder(methods.gather())
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of("Asks many with message "
                        + JavadocText.code(methods.message().name()) + " and options."))
                .addParameters(parameters(gatherer, methods, headers)
                        .and(RuntimeTypes.SEND_OPTIONS, "options")
                        .declared())
                .returns(Types.stageOf(gathered(gatherer)))
                .addStatement(
                        "$T message = $L",
                        Types.generic(
                                RuntimeTypes.OUTGOING_MESSAGE,
                                Types.of(gatherer.channel().key()),
                                Types.of(methods.message().payload())),
                        Outgoing.message(
                                gatherer.channel(), methods.message(), "payload", Outgoing.options("options", headers)))
                .addStatement(
                        "return requestor.gather(message, until).thenApply(all -> all.map($T::$L))",
                        bare
                                ? Types.of(gatherer.type())
                                : Types.of(gatherer.replies().valueType()),
                        bare ? "reply" : "of")
                .build();
    }

    private static MethodSpec gatherAndWait(Gatherer gatherer, GatherMethods methods, boolean headers) {
        Parameters parameters = parameters(gatherer, methods, headers);
        return MethodSpec.methodBuilder(methods.gatherAndWait())
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of("Asks many with message "
                        + JavadocText.code(methods.message().name()) + " and waits for what they reply."))
                .addParameters(parameters.declared())
                .returns(gathered(gatherer))
                .addException(InterruptedException.class)
                .addStatement("return $T.on($N($L))", RuntimeTypes.WAITING, methods.gather(), parameters.names())
                .build();
    }
}

package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.OperationPlan.Publisher;
import io.tidings.codegen.plan.OperationPlan.SendMethod;
import java.util.stream.Stream;

/** Publishers, and notifiers, which are publishers of commands. */
final class PublisherEmitter implements Emitter {

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        return plan.operations(Publisher.class).map(PublisherEmitter::type);
    }

    private static TypeSpec type(Publisher publisher) {
        TypeSpec.Builder type = TypeSpec.classBuilder(Types.of(publisher.type()))
                .addModifiers(PUBLIC, FINAL)
                .addJavadoc(JavadocText.of(
                        (publisher.command() ? "Sends commands to " : "Publishes to ")
                                + JavadocText.code(publisher.channel().address())
                                + ". Safe for use by several threads if its sink is.",
                        publisher.documentation()))
                .addField(RuntimeTypes.MESSAGE_SINK, "sink", PRIVATE, FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(PUBLIC)
                        .addParameter(RuntimeTypes.MESSAGE_SINK, "sink")
                        .addCode(ExistingCode.requireWritable(
                                publisher.methods().stream().map(SendMethod::message)))
                        .addStatement("this.sink = sink")
                        .build());
        for (SendMethod method : publisher.methods()) {
            for (boolean headers : Outgoing.withHeaders(method.message())) {
                type.addMethod(withoutOptions(publisher, method, headers));
                type.addMethod(withOptions(publisher, method, headers));
            }
        }
        if (publisher.tombstone() != null) {
            type.addMethod(tombstone(publisher, publisher.tombstone()));
        }
        return type.build();
    }

    private static MethodSpec withoutOptions(Publisher publisher, SendMethod method, boolean headers) {
        Parameters parameters =
                Parameters.of(publisher.channel(), method.message()).headers(method.message(), headers);
        return start(method.name())
                .addJavadoc(JavadocText.of(
                        "Sends message " + JavadocText.code(method.message().name()) + ".",
                        method.message().documentation()))
                .addParameters(parameters.declared())
                .addStatement("return $N($L, $T.NONE)", method.name(), parameters.names(), RuntimeTypes.SEND_OPTIONS)
                .build();
    }

    private static MethodSpec withOptions(Publisher publisher, SendMethod method, boolean headers) {
        Parameters parameters =
                Parameters.of(publisher.channel(), method.message()).headers(method.message(), headers);
        return start(method.name())
                .addJavadoc(JavadocText.of(
                        "Sends message " + JavadocText.code(method.message().name()) + " with options."))
                .addParameters(parameters.declared())
                .addParameter(RuntimeTypes.SEND_OPTIONS, "options")
                .addStatement(
                        "return sink.send($L)",
                        Outgoing.message(
                                publisher.channel(), method.message(), "payload", Outgoing.options("options", headers)))
                .build();
    }

    private static MethodSpec tombstone(Publisher publisher, MessagePlan message) {
        return start("publishTombstone")
                .addJavadoc(JavadocText.of("Says that the entity with this key is gone."))
                .addParameters(Parameters.of(publisher.channel()).declared())
                .addParameter(RuntimeTypes.SEND_OPTIONS, "options")
                .addStatement("return sink.send($L)", Outgoing.message(publisher.channel(), message, "null", "options"))
                .build();
    }

    private static MethodSpec.Builder start(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(PUBLIC).returns(Types.stageOf(RuntimeTypes.RECEIPT));
    }
}

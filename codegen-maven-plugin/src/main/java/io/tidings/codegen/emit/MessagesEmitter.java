package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.PlacePlan;
import io.tidings.codegen.plan.SchemaIdPlace;
import java.util.List;
import java.util.stream.Stream;

/** The class that holds all kinds of message as constants. */
final class MessagesEmitter implements Emitter {

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        TypeSpec.Builder type = TypeSpec.classBuilder(Types.of(plan.messagesType()))
                .addModifiers(PUBLIC, FINAL)
                .addJavadoc(JavadocText.of("The kinds of message of " + JavadocText.escape(plan.title()) + "."));
        plan.messages().forEach(message -> type.addField(constant(message)));
        return Stream.of(type.addMethod(
                        MethodSpec.constructorBuilder().addModifiers(PRIVATE).build())
                .build());
    }

    private static FieldSpec constant(MessagePlan message) {
        ClassName payload = Types.of(message.payload());
        return FieldSpec.builder(
                        Types.generic(RuntimeTypes.MESSAGE_TYPE, payload),
                        message.constant().name(),
                        PUBLIC,
                        STATIC,
                        FINAL)
                .addJavadoc(
                        JavadocText.of("Message " + JavadocText.code(message.name()) + ".", message.documentation()))
                .initializer(
                        "$>$>\n$L$<$<",
                        type(
                                payload,
                                message.schema() == null
                                        ? CodeBlock.of("$T.getClassSchema()", payload)
                                        : ExistingCode.schema(message.schema()),
                                message))
                .build();
    }

    /** A kind of message, read as a class that may be another than its payload's. */
    static CodeBlock type(ClassName payload, CodeBlock schema, MessagePlan message) {
        return CodeBlock.of(
                "new $T<>($S, $T.class, $L$L)$L",
                RuntimeTypes.MESSAGE_TYPE,
                message.typeName(),
                payload,
                schema,
                schemaId(message),
                declared(message));
    }

    /** Nothing for the most usual place. */
    private static CodeBlock schemaId(MessagePlan message) {
        return message.schemaId() == SchemaIdPlace.PAYLOAD
                ? CodeBlock.of("")
                : CodeBlock.of(", $T.$L", RuntimeTypes.SCHEMA_ID_LOCATION, message.schemaId());
    }

    /** What the document declares beside the payload. */
    private static CodeBlock declared(MessagePlan message) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (message.correlationId() != null) {
            code.add("\n.correlatedBy($L)", place(message.correlationId()));
        }
        if (message.replyTo() != null) {
            code.add("\n.answeredTo($L)", place(message.replyTo()));
        }
        message.marks().forEach((name, value) -> code.add("\n.marked($S, $S)", name, value));
        return code.isEmpty() ? code.build() : CodeBlock.of("$>$>$L$<$<", code.build());
    }

    private static CodeBlock place(PlacePlan place) {
        if (place instanceof PlacePlan.Header header) {
            return CodeBlock.of("$T.header($S)", RuntimeTypes.PLACE, header.name());
        }
        List<CodeBlock> path = ((PlacePlan.Field) place)
                .path().stream().map(name -> CodeBlock.of("$S", name)).toList();
        return CodeBlock.of("$T.payload($L)", RuntimeTypes.PLACE, CodeBlock.join(path, ", "));
    }
}

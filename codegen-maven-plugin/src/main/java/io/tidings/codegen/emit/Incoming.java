package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.MessageChoice;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.ParametersPlan;

/** How a received message becomes what a handler is given. */
final class Incoming {

    private Incoming() {}

    /** {@code Received<Key, Value>}. */
    static TypeName received(ChannelPlan channel, MessageChoice choice) {
        return Types.generic(RuntimeTypes.RECEIVED, Types.of(channel.key()), Types.of(choice.valueType()));
    }

    /** {@code , Parameters.from(message)}, where the address has parameters. */
    static CodeBlock parameters(ChannelPlan channel, String message) {
        ParametersPlan plan = channel.parameters();
        return plan == null ? CodeBlock.of("") : CodeBlock.of(", $T.from($N)", Types.of(plan.type()), message);
    }

    /**
     * The condition under which {@code payload} is of a kind; binds it to {@code known}. Where kinds share a record class, the
     * class does not tell them apart, but headers that are always the same do, or else the CloudEvents type.
     */
    static CodeBlock test(MessageChoice choice, MessagePlan message) {
        CodeBlock byClass = CodeBlock.of("payload instanceof $T known", Types.of(message.payload()));
        if (!choice.sharesPayloads()) {
            return byClass;
        }
        return choice.marked() && !message.marks().isEmpty()
                ? CodeBlock.of("$L.names(message) && $L", Types.of(message.constant()), byClass)
                : CodeBlock.of(
                        "$L.name().equals(message.metadata().type()) && $L", Types.of(message.constant()), byClass);
    }

    /** {@code typed(message)}: with the payload as the handler sees it. */
    static MethodSpec typed(ChannelPlan channel, MessageChoice choice) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("typed")
                .addModifiers(PRIVATE, STATIC)
                .addParameter(Types.generic(RuntimeTypes.RECEIVED, Types.of(channel.key()), Types.ANYTHING), "message")
                .returns(received(channel, choice));
        if (choice.union() != null) {
            return method.addStatement(
                            "return message.with(null, message.payload() == null ? null : $T.of(message))",
                            Types.of(choice.union()))
                    .build();
        }
        MessagePlan message = choice.variants().get(0).message();
        CodeBlock constant = Types.of(message.constant());
        return method.addStatement("$T payload = message.payload()", ClassName.OBJECT)
                .beginControlFlow("if (payload == null)")
                .addStatement("return message.with($L, null)", constant)
                .endControlFlow()
                .beginControlFlow("if ($L)", test(choice, message))
                .addStatement("return message.with($L, known)", constant)
                .endControlFlow()
                .addStatement(unexpected(channel))
                .build();
    }

    /** {@code reply(message)}: the payload of the only kind of reply. */
    static MethodSpec reply(ChannelPlan channel, MessageChoice replies) {
        MessagePlan only = replies.variants().get(0).message();
        return MethodSpec.methodBuilder("reply")
                .addModifiers(PRIVATE, STATIC)
                .addParameter(Types.generic(RuntimeTypes.RECEIVED, Types.ANYTHING, Types.ANYTHING), "message")
                .returns(Types.of(only.payload()))
                .beginControlFlow("if (message.payload() instanceof $T known)", Types.of(only.payload()))
                .addStatement("return known")
                .endControlFlow()
                .addStatement(unexpected(channel))
                .build();
    }

    /** Refuses a kind that the document does not know: it goes to the dead letters. */
    static CodeBlock unexpected(ChannelPlan channel) {
        return CodeBlock.of(
                "throw new $T(\n$S + message.metadata().type(), null)",
                RuntimeTypes.POISON,
                "Channel " + channel.name() + " brought an unexpected kind of message: ");
    }
}

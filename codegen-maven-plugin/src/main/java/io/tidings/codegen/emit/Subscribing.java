package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.MessageChoice;
import java.util.List;

/** What subscribers and repliers have in common: a group, what to subscribe to, and the call that starts it. */
final class Subscribing {

    private Subscribing() {}

    static void addTo(
            TypeSpec.Builder type, ChannelPlan channel, MessageChoice messages, String group, boolean shared) {
        type.addField(FieldSpec.builder(String.class, "GROUP", PUBLIC, STATIC, FINAL)
                        .addJavadoc("The consumer group, unless the caller names another.\n")
                        .initializer("$S", group)
                        .build())
                .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build())
                .addMethod(spec(channel, messages, shared));
    }

    /** {@code MessageHandler<Key>}. */
    static TypeName handlerOf(ChannelPlan channel) {
        return Types.generic(RuntimeTypes.MESSAGE_HANDLER, Types.of(channel.key()));
    }

    static MethodSpec subscribe(ChannelPlan channel) {
        return start("subscribe")
                .addJavadoc(
                        "Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver"
                                + " does.\n")
                .addParameter(RuntimeTypes.TRANSPORT, "transport")
                .addParameter(String.class, "group")
                .addParameter(handlerOf(channel), "handler")
                .returns(RuntimeTypes.SUBSCRIPTION)
                .addStatement("return transport.subscribe(spec(group), handler)")
                .build();
    }

    static MethodSpec.Builder start(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(PUBLIC, STATIC);
    }

    /** {@code List.of(…)} of the kinds' constants. */
    static CodeBlock kinds(MessageChoice messages) {
        List<CodeBlock> constants = messages.variants().stream()
                .map(variant -> Types.of(variant.message().constant()))
                .toList();
        return CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(constants, ", "));
    }

    private static MethodSpec spec(ChannelPlan channel, MessageChoice messages, boolean shared) {
        return start("spec")
                .addJavadoc("What to subscribe to, as a member of a group.\n")
                .addParameter(String.class, "group")
                .returns(Types.generic(RuntimeTypes.SUBSCRIPTION_SPEC, Types.of(channel.key())))
                .addStatement(
                        "return new $T<>(\n$L,\n$L,\ngroup)$L",
                        RuntimeTypes.SUBSCRIPTION_SPEC,
                        Types.of(channel.constant()),
                        kinds(messages),
                        shared ? CodeBlock.of("\n.delivered($T.SHARED)", RuntimeTypes.DELIVERY_MODE) : "")
                .build();
    }
}

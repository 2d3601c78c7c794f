package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.MessageChoice;
import io.tidings.codegen.plan.ParametersPlan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
                .addParameters(Parameters.listening(channel).declared())
                .addParameter(String.class, "group")
                .addParameter(handlerOf(channel), "handler")
                .returns(RuntimeTypes.SUBSCRIPTION)
                .addStatement("return transport.subscribe(spec($L), handler)", arguments(channel, "group"))
                .build();
    }

    /** Subscribes with a typed handler to several addresses, where there are several. */
    static Optional<MethodSpec> each(ChannelPlan channel, MethodSpec one) {
        ParametersPlan plan = channel.parameters();
        if (plan == null) {
            return Optional.empty();
        }
        List<ParameterSpec> declared = one.parameters();
        return Optional.of(start(one.name())
                .addJavadoc(
                        "The same for several addresses, each with a subscription of its own; all are closed together.\n")
                .addParameter(declared.get(0))
                .addParameter(Types.generic(ClassName.get(Collection.class), Types.of(plan.type())), "parameters")
                .addParameter(declared.get(2))
                .returns(RuntimeTypes.SUBSCRIPTION)
                .addStatement(
                        "return $T.each(parameters, each -> $N($N, each, $N))",
                        RuntimeTypes.SUBSCRIPTIONS,
                        one.name(),
                        declared.get(0).name(),
                        declared.get(2).name())
                .build());
    }

    /** Those of the address, where it has any, before others. */
    static String arguments(ChannelPlan channel, String others) {
        if (channel.open()) {
            return "replyAddress, " + others;
        }
        return channel.parameters() == null ? others : "parameters, " + others;
    }

    static MethodSpec.Builder start(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(PUBLIC, STATIC);
    }

    /** {@code List.of(…)} of the kinds' constants. */
    static CodeBlock kinds(MessageChoice messages) {
        List<CodeBlock> constants = messages.variants().stream()
                .map(variant -> Types.of(variant.message().constant()))
                .toList();
        return ExistingCode.readable(messages, CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(constants, ", ")));
    }

    private static MethodSpec spec(ChannelPlan channel, MessageChoice messages, boolean shared) {
        return start("spec")
                .addJavadoc("What to subscribe to, as a member of a group.\n")
                .addParameters(Parameters.listening(channel).declared())
                .addParameter(String.class, "group")
                .returns(Types.generic(RuntimeTypes.SUBSCRIPTION_SPEC, Types.of(channel.key())))
                .addStatement(
                        "return new $T<>(\n$L,\n$L,\ngroup)$L",
                        RuntimeTypes.SUBSCRIPTION_SPEC,
                        channel.open()
                                ? Types.at(channel, CodeBlock.of("replyAddress"))
                                : Types.channel(channel, CodeBlock.of("parameters")),
                        kinds(messages),
                        shared ? CodeBlock.of("\n.delivered($T.SHARED)", RuntimeTypes.DELIVERY_MODE) : "")
                .build();
    }
}

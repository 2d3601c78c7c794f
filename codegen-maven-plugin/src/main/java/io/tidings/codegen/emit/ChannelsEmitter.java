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
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.ParametersPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class that holds all channels as constants, and what the document says of their topics. */
final class ChannelsEmitter implements Emitter {

    /** As many pairs as {@link Map#of} takes. */
    private static final int MAP_OF_LIMIT = 10;

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        TypeSpec.Builder type = TypeSpec.classBuilder(Types.of(plan.channelsType()))
                .addModifiers(PUBLIC, FINAL)
                .addJavadoc(JavadocText.of("The channels of " + JavadocText.escape(plan.title()) + "."));
        plan.channels().stream()
                .filter(channel -> channel.parameters() == null && !channel.open())
                .forEach(channel -> type.addField(constant(channel)));
        type.addField(topics(plan))
                .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build());
        for (ChannelPlan channel : plan.channels()) {
            ParametersPlan parameters = channel.parameters();
            if (parameters != null) {
                type.addMethod(channel(channel, parameters)).addMethod(topic(channel, parameters));
            }
        }
        plan.channels().stream().filter(ChannelPlan::open).forEach(channel -> type.addMethod(openChannel(channel)));
        return Stream.of(type.build());
    }

    private static MethodSpec openChannel(ChannelPlan channel) {
        return Subscribing.start(channel.constant().name())
                .addJavadoc(JavadocText.of(
                        "Channel " + JavadocText.code(channel.name()) + ", whose address is known at run time only.",
                        channel.documentation()))
                .addParameter(String.class, "address")
                .returns(Types.generic(RuntimeTypes.CHANNEL, Types.of(channel.key())))
                .addStatement(
                        "return new $T<>($S, address, $L)",
                        RuntimeTypes.CHANNEL,
                        channel.name(),
                        Types.travelling(channel.key()))
                .build();
    }

    private static FieldSpec constant(ChannelPlan channel) {
        return FieldSpec.builder(
                        Types.generic(RuntimeTypes.CHANNEL, Types.of(channel.key())),
                        channel.constant().name(),
                        PUBLIC,
                        STATIC,
                        FINAL)
                .addJavadoc(JavadocText.of(
                        "Channel " + JavadocText.code(channel.name()) + ", topic " + JavadocText.code(channel.address())
                                + ".",
                        channel.documentation()))
                .initializer(
                        "$>$>\nnew $T<>($S, $S, $L)$<$<",
                        RuntimeTypes.CHANNEL,
                        channel.name(),
                        channel.address(),
                        Types.travelling(channel.key()))
                .build();
    }

    private static MethodSpec channel(ChannelPlan channel, ParametersPlan parameters) {
        return start(channel.constant().name(), parameters)
                .addJavadoc(JavadocText.of(
                        "Channel " + JavadocText.code(channel.name()) + ", topic " + JavadocText.code(channel.address())
                                + ".",
                        channel.documentation()))
                .returns(Types.generic(RuntimeTypes.CHANNEL, Types.of(channel.key())))
                .addStatement(
                        "return new $T<>($S, parameters.address(), $L)",
                        RuntimeTypes.CHANNEL,
                        channel.name(),
                        Types.travelling(channel.key()))
                .build();
    }

    private static MethodSpec topic(ChannelPlan channel, ParametersPlan parameters) {
        return start(channel.constant().name() + "Topic", parameters)
                .addJavadoc(JavadocText.of("What the document says of a topic of channel "
                        + JavadocText.code(channel.name()) + ", to create it if it is missing."))
                .returns(RuntimeTypes.TOPIC_SPEC)
                .addStatement("return $L", topic(channel, CodeBlock.of("parameters.address()")))
                .build();
    }

    private static MethodSpec.Builder start(String name, ParametersPlan parameters) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(PUBLIC, STATIC)
                .addParameter(Types.of(parameters.type()), "parameters");
    }

    private static FieldSpec topics(GenerationPlan plan) {
        List<CodeBlock> specs = plan.channels().stream()
                .filter(channel -> channel.parameters() == null && !channel.open())
                .collect(Collectors.toMap(
                        ChannelPlan::address,
                        channel -> channel,
                        (first, second) -> first,
                        java.util.LinkedHashMap::new))
                .values()
                .stream()
                .map(channel -> topic(channel, CodeBlock.of("$S", channel.address())))
                .toList();
        return FieldSpec.builder(
                        Types.generic(ClassName.get(List.class), RuntimeTypes.TOPIC_SPEC),
                        "TOPICS",
                        PUBLIC,
                        STATIC,
                        FINAL)
                .addJavadoc(JavadocText.of("What the document says of their topics, to create those that are missing."))
                .initializer("$T.of($>$>\n$L$<$<)", List.class, CodeBlock.join(specs, ",\n"))
                .build();
    }

    private static CodeBlock topic(ChannelPlan channel, CodeBlock name) {
        return CodeBlock.of(
                "new $T($L, $L, $L, $L)",
                RuntimeTypes.TOPIC_SPEC,
                name,
                channel.topic().partitions(),
                channel.topic().replicas(),
                map(channel.topic().configuration()));
    }

    private static CodeBlock map(Map<String, String> entries) {
        if (entries.size() <= MAP_OF_LIMIT) {
            List<CodeBlock> pairs = entries.entrySet().stream()
                    .map(entry -> CodeBlock.of("$S, $S", entry.getKey(), entry.getValue()))
                    .toList();
            return CodeBlock.of("$T.of($L)", Map.class, CodeBlock.join(pairs, ", "));
        }
        List<CodeBlock> pairs = entries.entrySet().stream()
                .map(entry -> CodeBlock.of("$T.entry($S, $S)", Map.class, entry.getKey(), entry.getValue()))
                .toList();
        return CodeBlock.of("$T.ofEntries($L)", Map.class, CodeBlock.join(pairs, ", "));
    }
}

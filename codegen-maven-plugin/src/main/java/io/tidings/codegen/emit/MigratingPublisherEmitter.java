package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.migration.Direction;
import io.tidings.codegen.migration.MessagePair;
import io.tidings.codegen.migration.MigratingPublisher;
import io.tidings.codegen.migration.MigratingPublisher.Method;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.MessagePlan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Publishers that write two versions together; methods are those of the newer version's own publisher. */
final class MigratingPublisherEmitter {

    private final MigratingPublisher plan;
    private final MigrationCasters casters;

    MigratingPublisherEmitter(MigratingPublisher plan) {
        this.plan = plan;
        List<MessagePair> pairs = plan.methods().stream()
                .map(Method::pair)
                .filter(Objects::nonNull)
                .toList();
        this.casters = new MigrationCasters(Direction.DOWN, pairs);
    }

    TypeSpec emit() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(PUBLIC)
                .addJavadoc(
                        "$L", JavadocText.tag("@param written which versions are written, as a configuration says it"))
                .addParameter(RuntimeTypes.ATOMIC_SINK, "sink")
                .addParameter(RuntimeTypes.MAJORS, "written")
                .addCode(ExistingCode.requireWritable(
                        plan.methods().stream().map(method -> method.newer().message())))
                .addStatement("this.writer = new $T(sink, written)", RuntimeTypes.MAJORS_WRITER);
        TypeSpec.Builder type = TypeSpec.classBuilder(Types.of(plan.type()))
                .addModifiers(PUBLIC, FINAL)
                .addJavadoc(
                        JavadocText.of(
                                "Publishes version "
                                        + JavadocText.escape(plan.versions().newer()) + " to "
                                        + JavadocText.code(
                                                plan.newer().channel().address()) + ", version "
                                        + JavadocText.escape(plan.versions().older()) + " to "
                                        + JavadocText.code(
                                                plan.older().channel().address())
                                        + ", or both: with one id, and all or nothing. Safe for use by several threads if its sink is."))
                .addField(RuntimeTypes.MAJORS_WRITER, "writer", PRIVATE, FINAL);
        casters.addTo(type, constructor);
        type.addMethod(constructor.build());
        for (Method method : plan.methods()) {
            for (boolean headers : Outgoing.withHeaders(method.newer().message())) {
                type.addMethod(withoutOptions(method, headers));
                type.addMethod(withOptions(method, headers));
            }
        }
        MessagePlan tombstone = plan.newer().tombstone();
        if (tombstone != null) {
            type.addMethod(tombstone(tombstone));
        }
        return type.build();
    }

    private Parameters parameters(Method method, boolean headers) {
        MessagePlan message = method.newer().message();
        Parameters parameters = olderKey(Parameters.of(plan.newer().channel(), message), method.pair())
                .headers(message, headers);
        return method.olderHeaders()
                ? parameters.and(
                        Types.of(Objects.requireNonNull(older(method).headers()).type()), "olderHeaders")
                : parameters;
    }

    private Parameters olderKey(Parameters parameters, @Nullable MessagePair pair) {
        return plan.olderKey() && pair != null
                ? parameters.and(Types.of(plan.older().channel().key()), "olderKey")
                : parameters;
    }

    private static MessagePlan older(Method method) {
        return Objects.requireNonNull(method.pair()).older();
    }

    private MethodSpec withoutOptions(Method method, boolean headers) {
        MessagePlan message = method.newer().message();
        Parameters parameters = parameters(method, headers);
        return start(method.newer().name())
                .addJavadoc(JavadocText.of(
                        "Sends message " + JavadocText.code(message.name())
                                + (method.pair() == null
                                        ? ", which version "
                                                + JavadocText.escape(
                                                        plan.versions().older()) + " does not have."
                                        : "."),
                        message.documentation()))
                .addParameters(parameters.declared())
                .addStatement(
                        "return $N($L, $T.NONE)", method.newer().name(), parameters.names(), RuntimeTypes.SEND_OPTIONS)
                .build();
    }

    private MethodSpec withOptions(Method method, boolean headers) {
        MessagePlan message = method.newer().message();
        MethodSpec.Builder spec = start(method.newer().name())
                .addJavadoc(JavadocText.of("Sends message " + JavadocText.code(message.name()) + " with options."))
                .addParameters(parameters(method, headers).declared())
                .addParameter(RuntimeTypes.SEND_OPTIONS, "options");
        MessagePair pair = method.pair();
        if (pair == null) {
            CodeBlock alone = newer(message, CodeBlock.of("payload"), Outgoing.options("options", headers));
            return spec.addStatement(
                            "return writer.send(\n$L,\n$S)",
                            alone,
                            plan.versions().older())
                    .build();
        }
        CodeBlock newer = newer(message, CodeBlock.of("payload"), Outgoing.options("same", headers));
        String olderOptions = method.olderHeaders()
                ? "olderHeaders.in(same)"
                : Outgoing.options("same", headers && pair.older().headers() != null);
        CodeBlock cast = CodeBlock.of("$L.downcast(payload)", casters.of(pair));
        return spec.addStatement(
                        "return writer.send(\noptions,\nsame -> $L,\nsame -> $L)",
                        newer,
                        older(pair, cast, olderOptions))
                .build();
    }

    private CodeBlock newer(MessagePlan message, CodeBlock payload, String options) {
        return outgoing(plan.newer().channel(), message, "key", payload, options);
    }

    private CodeBlock older(MessagePair pair, CodeBlock payload, String options) {
        String key = plan.olderKey() ? "olderKey" : "key";
        return outgoing(plan.older().channel(), pair.older(), key, payload, options);
    }

    private static CodeBlock outgoing(
            ChannelPlan channel, MessagePlan message, String key, CodeBlock payload, String options) {
        return CodeBlock.of(
                "$T.of($>$>\n$L,$W$L,$W$L,$W$L,$W$L)$<$<",
                RuntimeTypes.OUTGOING_MESSAGE,
                Types.of(channel.constant()),
                Types.of(message.constant()),
                channel.key().present() ? key : "null",
                payload,
                options);
    }

    private MethodSpec tombstone(MessagePlan message) {
        MessagePair pair = plan.methods().stream()
                .filter(method -> method.newer().message().equals(message))
                .map(Method::pair)
                .findFirst()
                .orElse(null);
        boolean both = pair != null && plan.olderTombstone();
        ChannelPlan channel = plan.newer().channel();
        MethodSpec.Builder method = start("publishTombstone")
                .addJavadoc(JavadocText.of("Says that the entity with this key is gone."))
                .addParameters(
                        olderKey(Parameters.of(channel), both ? pair : null).declared())
                .addParameter(RuntimeTypes.SEND_OPTIONS, "options");
        return pair != null && both
                ? method.addStatement(
                                "return writer.send(\noptions,\nsame -> $L,\nsame -> $L)",
                                newer(message, CodeBlock.of("null"), "same"),
                                older(pair, CodeBlock.of("null"), "same"))
                        .build()
                : method.addStatement(
                                "return writer.send(\n$L,\n$S)",
                                newer(message, CodeBlock.of("null"), "options"),
                                plan.versions().older())
                        .build();
    }

    private static MethodSpec.Builder start(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(PUBLIC).returns(Types.stageOf(RuntimeTypes.RECEIPT));
    }
}

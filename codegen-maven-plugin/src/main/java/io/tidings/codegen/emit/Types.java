package io.tidings.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.ConstantName;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.KeyKind;
import io.tidings.codegen.plan.KeyPlan;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** How JavaPoet writes what a plan names. */
final class Types {

    static final TypeName ANYTHING = WildcardTypeName.subtypeOf(Object.class);
    static final TypeName NULLABLE_OBJECT = nullable(ClassName.OBJECT);

    private Types() {}

    static ClassName of(JavaName name) {
        return ClassName.get(name.packageName(), name.simpleName());
    }

    static TypeName of(KeyPlan key) {
        return switch (key.kind()) {
            case STRING -> ClassName.get(String.class);
            case LONG -> ClassName.get(Long.class);
            case INTEGER -> ClassName.get(Integer.class);
            case FLOAT -> ClassName.get(Float.class);
            case DOUBLE -> ClassName.get(Double.class);
            case BOOLEAN -> ClassName.get(Boolean.class);
            case AVRO -> of(Objects.requireNonNull(key.type()));
            case UUID -> ClassName.get(UUID.class);
            case BYTES -> com.palantir.javapoet.ArrayTypeName.of(TypeName.BYTE);
            case NONE -> ClassName.get(Void.class);
        };
    }

    /** How keys travel. */
    static CodeBlock travelling(KeyPlan key) {
        if (key.kind() == KeyKind.AVRO) {
            CodeBlock schema =
                    key.schema() == null ? CodeBlock.of("") : CodeBlock.of(", $L", ExistingCode.schema(key.schema()));
            String method = key.framed() ? "framed" : "bare";
            return CodeBlock.of("$T.$L($T.class$L)", RuntimeTypes.AVRO_KEY, method, of(key), schema);
        }
        CodeBlock bare = CodeBlock.of("$T.$L", RuntimeTypes.KEY_TYPE, key.kind());
        return key.framed() ? CodeBlock.of("$T.framed($L)", RuntimeTypes.AVRO_KEY, bare) : bare;
    }

    static TypeName generic(ClassName type, TypeName... arguments) {
        return ParameterizedTypeName.get(type, arguments);
    }

    static TypeName stageOf(TypeName result) {
        return generic(ClassName.get(CompletionStage.class), result);
    }

    static TypeName nullable(TypeName type) {
        return type.annotated(AnnotationSpec.builder(RuntimeTypes.NULLABLE).build());
    }

    static CodeBlock of(ConstantName constant) {
        return CodeBlock.of("$T.$N", of(constant.owner()), constant.name());
    }

    /** The channel: a constant, or where its address has parameters, a call with {@code arguments}. */
    static CodeBlock channel(ChannelPlan channel, CodeBlock arguments) {
        return channel.parameters() == null
                ? of(channel.constant())
                : CodeBlock.of(
                        "$T.$N($L)",
                        of(channel.constant().owner()),
                        channel.constant().name(),
                        arguments);
    }

    /** A channel: its constant, or where its address is known at run time only, a call with that address. */
    static CodeBlock at(ChannelPlan channel, CodeBlock address) {
        return channel.open() ? CodeBlock.of("$L($L)", of(channel.constant()), address) : of(channel.constant());
    }

    static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    static AnnotationSpec generated(GenerationPlan plan) {
        return AnnotationSpec.builder(RuntimeTypes.GENERATED)
                .addMember("document", "$S", plan.document())
                .addMember("version", "$S", plan.version())
                .build();
    }
}

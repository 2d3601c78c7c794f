package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.DEFAULT;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.SEALED;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.MessageChoice;
import io.tidings.codegen.plan.MessageChoice.Variant;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The sealed interface over several kinds of message, with a variant for those that the document does not know. */
final class UnionEmitter implements Emitter {

    private static final String UNKNOWN = "Unknown";

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        return plan.unions().map(UnionEmitter::type);
    }

    private static TypeSpec type(MessageChoice choice) {
        ClassName union = Types.of(Objects.requireNonNull(choice.union()));
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(union)
                .addModifiers(PUBLIC, SEALED)
                .addJavadoc(JavadocText.of(
                        "One of several kinds of message. Later versions of the document may know more of them: they come as"
                                + " {@link Unknown}."))
                .addMethod(of(union, choice))
                .addMethod(match(union, choice));
        for (Variant variant : choice.variants()) {
            type.addType(
                    record(union, variant.typeName(), Types.of(variant.message().payload()))
                            .addJavadoc(JavadocText.of(
                                    "Message "
                                            + JavadocText.code(variant.message().name()) + ".",
                                    variant.message().documentation()))
                            .build());
        }
        return type.addType(record(union, UNKNOWN, Types.NULLABLE_OBJECT)
                        .addJavadoc("A message that this version of the document does not know: an Avro"
                                + " {@code GenericRecord}, or null.\n")
                        .build())
                .build();
    }

    private static TypeSpec.Builder record(ClassName union, String name, TypeName payload) {
        return TypeSpec.recordBuilder(name)
                .addModifiers(PUBLIC, STATIC)
                .addSuperinterface(union)
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(ParameterSpec.builder(payload, "payload").build())
                        .build());
    }

    private static MethodSpec of(ClassName union, MessageChoice choice) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("$T payload = message.payload()", ClassName.OBJECT);
        for (Variant variant : choice.variants()) {
            CodeBlock test = Incoming.test(choice, variant.message());
            code.beginControlFlow("if ($L)", test)
                    .addStatement("return new $T(known)", union.nestedClass(variant.typeName()))
                    .endControlFlow();
        }
        return MethodSpec.methodBuilder("of")
                .addModifiers(PUBLIC, STATIC)
                .addJavadoc(JavadocText.of("Which kind a received message is."))
                .addParameter(Types.generic(RuntimeTypes.RECEIVED, Types.ANYTHING, Types.ANYTHING), "message")
                .returns(union)
                .addCode(code.addStatement("return new $T(payload)", union.nestedClass(UNKNOWN))
                        .build())
                .build();
    }

    private static MethodSpec match(ClassName union, MessageChoice choice) {
        TypeVariableName result = TypeVariableName.get(choice.resultVariable());
        MethodSpec.Builder match = MethodSpec.methodBuilder("match")
                .addModifiers(PUBLIC, DEFAULT)
                .addTypeVariable(result.withBounds(Types.NULLABLE_OBJECT))
                .addJavadoc(JavadocText.of("Does what is right for the kind of message this is."))
                .returns(result);
        CodeBlock.Builder code = CodeBlock.builder();
        for (Variant variant : choice.variants()) {
            match.addParameter(function(Types.of(variant.message().payload()), result), variant.parameterName());
            code.beginControlFlow("if (this instanceof $T variant)", union.nestedClass(variant.typeName()))
                    .addStatement("return $N.apply(variant.payload())", variant.parameterName())
                    .endControlFlow();
        }
        return match.addParameter(function(union.nestedClass(UNKNOWN), result), "unknown")
                .addCode(code.addStatement("return unknown.apply(($T) this)", union.nestedClass(UNKNOWN))
                        .build())
                .build();
    }

    private static TypeName function(TypeName argument, TypeName result) {
        return Types.generic(
                ClassName.get(Function.class),
                WildcardTypeName.supertypeOf(argument),
                WildcardTypeName.subtypeOf(result));
    }
}

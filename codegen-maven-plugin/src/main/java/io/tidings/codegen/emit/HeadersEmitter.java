package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.HeadersPlan;
import io.tidings.codegen.plan.HeadersPlan.Header;
import io.tidings.codegen.plan.MessagePlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The records of headers that senders decide. */
final class HeadersEmitter implements Emitter {

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        return plan.messages().stream()
                .map(MessagePlan::headers)
                .filter(Objects::nonNull)
                .map(headers -> type(headers, plan));
    }

    private static TypeSpec type(HeadersPlan headers, GenerationPlan plan) {
        ClassName name = Types.of(headers.type());
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        headers.headers().forEach(header -> components.addParameter(parameter(name, header)));
        TypeSpec.Builder type = TypeSpec.recordBuilder(name)
                .addModifiers(PUBLIC)
                .addAnnotation(Types.generated(plan))
                .addJavadoc(javadoc(headers))
                .recordConstructor(components.build());
        if (headers.headers().stream().anyMatch(Header::required)) {
            type.addMethod(constructor(headers));
        }
        if (headers.optional()) {
            type.addField(none(headers, name));
        }
        type.addMethod(read(headers, name));
        List<Header> required =
                headers.headers().stream().filter(Header::required).toList();
        if (!required.isEmpty() && required.size() < headers.headers().size()) {
            type.addMethod(of(headers, name, required));
        }
        headers.headers().stream()
                .filter(header -> !header.required())
                .forEach(header -> type.addMethod(with(headers, name, header)));
        type.addMethod(in(headers, name));
        headers.headers().stream()
                .filter(header -> header.choice() != null)
                .forEach(header -> type.addType(HeaderChoice.type(header)));
        return type.build();
    }

    private static CodeBlock javadoc(HeadersPlan headers) {
        CodeBlock.Builder text = CodeBlock.builder()
                .add(JavadocText.of("The headers of message " + JavadocText.code(headers.message())
                        + " that its sender decides: one Kafka header each, as text."))
                .add("\n");
        for (Header header : headers.headers()) {
            text.add(JavadocText.parameter(
                    header.component(),
                    "header " + JavadocText.code(header.name()) + (header.required() ? "" : ", which may be missing"),
                    header.documentation()));
        }
        return text.build();
    }

    private static ParameterSpec parameter(ClassName owner, Header header) {
        return ParameterSpec.builder(type(owner, header), header.component()).build();
    }

    private static TypeName type(ClassName owner, Header header) {
        TypeName type = bare(owner, header);
        return header.required() ? type : Types.nullable(type);
    }

    private static TypeName bare(ClassName owner, Header header) {
        return switch (header.kind()) {
            case STRING -> ClassName.get(String.class);
            case UUID -> ClassName.get(UUID.class);
            case INTEGER -> ClassName.get(Integer.class);
            case LONG -> ClassName.get(Long.class);
            case DOUBLE -> ClassName.get(Double.class);
            case BOOLEAN -> ClassName.get(Boolean.class);
            case INSTANT -> ClassName.get(Instant.class);
            case DATE -> ClassName.get(LocalDate.class);
            case CHOICE ->
                owner.nestedClass(Objects.requireNonNull(header.choice()).typeName());
        };
    }

    /** {@code HeaderType.UUID}, or the enum's own. */
    private static CodeBlock headerType(ClassName owner, Header header) {
        return header.choice() == null
                ? CodeBlock.of("$T.$L", RuntimeTypes.HEADER_TYPE, header.kind())
                : CodeBlock.of("$T.TYPE", bare(owner, header));
    }

    /** So that whoever forgets one is told its name, and where. */
    private static MethodSpec constructor(HeadersPlan headers) {
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder().addModifiers(PUBLIC);
        headers.headers().stream()
                .filter(Header::required)
                .forEach(header -> constructor.addStatement(
                        "$T.requireNonNull($N, $S)", Objects.class, header.component(), header.component()));
        return constructor.build();
    }

    private static FieldSpec none(HeadersPlan headers, ClassName name) {
        List<CodeBlock> nulls =
                headers.headers().stream().map(header -> CodeBlock.of("null")).toList();
        return FieldSpec.builder(name, "NONE", PUBLIC, STATIC, FINAL)
                .addJavadoc("Without any of them.\n")
                .initializer("new $T($L)", name, CodeBlock.join(nulls, ", "))
                .build();
    }

    private static MethodSpec read(HeadersPlan headers, ClassName name) {
        List<CodeBlock> values = headers.headers().stream()
                .map(header -> CodeBlock.of(
                        "$L.$L(message, $S)",
                        headerType(name, header),
                        header.required() ? "required" : "optional",
                        header.name()))
                .toList();
        return Subscribing.start("of")
                .addJavadoc("""
                        Reads those of a message.

                        @throws $T if one is missing that is required, or is not what it should be
                        """, RuntimeTypes.POISON)
                .addParameter(Types.generic(RuntimeTypes.RECEIVED, Types.ANYTHING, Types.ANYTHING), "message")
                .returns(name)
                .addStatement("return new $T(\n$L)", name, CodeBlock.join(values, ",\n"))
                .build();
    }

    private static MethodSpec of(HeadersPlan headers, ClassName name, List<Header> required) {
        List<CodeBlock> values = headers.headers().stream()
                .map(header -> header.required() ? CodeBlock.of("$N", header.component()) : CodeBlock.of("null"))
                .toList();
        return Subscribing.start("of")
                .addJavadoc("With those that are required.\n")
                .addParameters(
                        required.stream().map(header -> parameter(name, header)).toList())
                .returns(name)
                .addStatement("return new $T($L)", name, CodeBlock.join(values, ", "))
                .build();
    }

    private static MethodSpec with(HeadersPlan headers, ClassName name, Header changed) {
        List<CodeBlock> values = new ArrayList<>();
        for (Header header : headers.headers()) {
            values.add(header.equals(changed) ? CodeBlock.of("value") : CodeBlock.of("$N", header.component()));
        }
        return MethodSpec.methodBuilder("with" + Types.capitalized(changed.component()))
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of("The same with another header " + JavadocText.code(changed.name())
                        + "; without it if that is null."))
                .addParameter(type(name, changed), "value")
                .returns(name)
                .addStatement("return new $T($L)", name, CodeBlock.join(values, ", "))
                .build();
    }

    /** Through accessors: a component may be called as the parameter is. */
    private static MethodSpec in(HeadersPlan headers, ClassName name) {
        CodeBlock.Builder code = CodeBlock.builder().add("return options");
        for (Header header : headers.headers()) {
            code.add("\n.withHeader($S, $L, $N())", header.name(), headerType(name, header), header.component());
        }
        return MethodSpec.methodBuilder("in")
                .addModifiers(PUBLIC)
                .addJavadoc("Adds them to what is said of a message that is sent.\n")
                .addParameter(RuntimeTypes.SEND_OPTIONS, "options")
                .returns(RuntimeTypes.SEND_OPTIONS)
                .addStatement(code.build())
                .build();
    }
}

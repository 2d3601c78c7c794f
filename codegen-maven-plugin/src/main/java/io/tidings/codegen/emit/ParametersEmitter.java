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
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.ParametersPlan;
import io.tidings.codegen.plan.ParametersPlan.Parameter;
import io.tidings.codegen.plan.ParametersPlan.Source;
import io.tidings.codegen.plan.PayloadPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records of what stands in the place of names in a channel's address. */
final class ParametersEmitter implements Emitter {

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        return plan.channels().stream().flatMap(channel -> {
            ParametersPlan parameters = channel.parameters();
            return parameters == null
                    ? Stream.of()
                    : Stream.of(type(channel, parameters)
                            .addAnnotation(Types.generated(plan))
                            .build());
        });
    }

    private static TypeSpec.Builder type(ChannelPlan channel, ParametersPlan plan) {
        TypeSpec.Builder type = TypeSpec.recordBuilder(Types.of(plan.type()))
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of("What the topic of channel " + JavadocText.code(channel.name())
                        + " depends on: it is called " + JavadocText.code(channel.address()) + "."))
                .addJavadoc(documentation(plan))
                .recordConstructor(components(plan))
                .addField(template(plan))
                .addMethod(constructor(plan));
        if (plan.parameters().stream().anyMatch(parameter -> parameter.defaultValue() != null)) {
            type.addMethod(withDefaults(plan));
        }
        plan.sources().forEach(source -> type.addMethod(of(plan, source)));
        type.addMethod(from(channel, plan)).addMethod(parse(plan)).addMethod(address(plan));
        plan.parameters().stream()
                .filter(parameter -> parameter.enumeration() != null)
                .forEach(parameter -> type.addType(enumeration(parameter)));
        return type;
    }

    private static MethodSpec components(ParametersPlan plan) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        plan.parameters().forEach(parameter -> components.addParameter(type(plan, parameter), parameter.component()));
        return components.build();
    }

    private static TypeName type(ParametersPlan plan, Parameter parameter) {
        return parameter.enumeration() == null
                ? ClassName.get(String.class)
                : Types.of(plan.type()).nestedClass(parameter.enumeration());
    }

    private static CodeBlock documentation(ParametersPlan plan) {
        CodeBlock.Builder block = CodeBlock.builder();
        boolean first = true;
        for (Parameter parameter : plan.parameters()) {
            List<String> said = new ArrayList<>();
            parameter.documentation().paragraphs().forEach(text -> said.add(JavadocText.escape(text)));
            if (!parameter.examples().isEmpty()) {
                said.add("Such as "
                        + parameter.examples().stream().map(JavadocText::code).collect(Collectors.joining(", ")) + ".");
            }
            if (!said.isEmpty()) {
                block.add(first ? "\n" : "");
                block.add("$L", JavadocText.tag("@param " + parameter.component() + " " + String.join(" ", said)));
                first = false;
            }
        }
        return block.build();
    }

    private static FieldSpec template(ParametersPlan plan) {
        CodeBlock.Builder made = CodeBlock.builder().add("$T.of($S)", RuntimeTypes.ADDRESS_TEMPLATE, plan.template());
        for (Parameter parameter : plan.parameters()) {
            if (parameter.enumeration() != null) {
                made.add("$>$>\n.with($S, $L)$<$<", parameter.name(), texts(parameter));
            }
        }
        return FieldSpec.builder(RuntimeTypes.ADDRESS_TEMPLATE, "TEMPLATE", PRIVATE, STATIC, FINAL)
                .initializer(made.build())
                .build();
    }

    private static CodeBlock texts(Parameter parameter) {
        return CodeBlock.join(
                parameter.values().stream()
                        .map(value -> CodeBlock.of("$S", value.text()))
                        .toList(),
                ", ");
    }

    private static MethodSpec constructor(ParametersPlan plan) {
        return MethodSpec.compactConstructorBuilder()
                .addModifiers(PUBLIC)
                .addJavadoc("@throws $T if a topic cannot be called so\n", RuntimeTypes.ADDRESS_PARAMETER)
                .addStatement("TEMPLATE.expand($L)", texts(plan))
                .build();
    }

    private static CodeBlock texts(ParametersPlan plan) {
        return CodeBlock.join(
                plan.parameters().stream()
                        .map(parameter -> CodeBlock.of(
                                parameter.enumeration() == null ? "$N" : "$N.toString()", parameter.component()))
                        .toList(),
                ", ");
    }

    private static MethodSpec withDefaults(ParametersPlan plan) {
        MethodSpec.Builder method = start("withDefaults", plan)
                .addJavadoc("With the values that the document gives where nobody says otherwise.\n");
        List<CodeBlock> arguments = new ArrayList<>();
        for (Parameter parameter : plan.parameters()) {
            if (parameter.defaultValue() == null) {
                method.addParameter(ParameterSpec.builder(type(plan, parameter), parameter.component())
                        .build());
                arguments.add(CodeBlock.of("$N", parameter.component()));
            } else {
                arguments.add(
                        parameter.enumeration() == null
                                ? CodeBlock.of("$S", parameter.defaultValue())
                                : CodeBlock.of("$N.$N", parameter.enumeration(), parameter.defaultConstant()));
            }
        }
        return method.addStatement("return new $T($L)", Types.of(plan.type()), CodeBlock.join(arguments, ", "))
                .build();
    }

    private static MethodSpec of(ParametersPlan plan, Source source) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (int i = 0; i < plan.parameters().size(); i++) {
            Parameter parameter = plan.parameters().get(i);
            PayloadPath path = source.paths().get(i);
            String call = path.optional() ? "().orElseThrow()" : "()";
            CodeBlock value = CodeBlock.of("payload.$L$L", String.join(call + ".", path.getters()), call);
            CodeBlock text = !path.fields().isEmpty()
                    ? field(path)
                    : path.text() ? value : CodeBlock.of("$T.valueOf($L)", String.class, value);
            arguments.add(
                    parameter.enumeration() == null ? text : CodeBlock.of("$N.of($L)", parameter.enumeration(), text));
        }
        return start("of", plan)
                .addJavadoc(
                        "Takes them from a payload.\n\n@throws $T if a topic cannot be called so\n",
                        RuntimeTypes.ADDRESS_PARAMETER)
                .addParameter(Types.of(source.payload()), "payload")
                .addStatement("return new $T($L)", Types.of(plan.type()), CodeBlock.join(arguments, ", "))
                .build();
    }

    /** Without methods of classes that exist: nobody knows them. */
    private static CodeBlock field(PayloadPath path) {
        List<CodeBlock> names =
                path.fields().stream().map(name -> CodeBlock.of("$S", name)).toList();
        return CodeBlock.of(
                "new $T($T.of($L)).text(payload)",
                RuntimeTypes.PLACE.nestedClass("Field"),
                List.class,
                CodeBlock.join(names, ", "));
    }

    private static MethodSpec from(ChannelPlan channel, ParametersPlan plan) {
        return start("from", plan)
                .addJavadoc("Reads them back from where a message came from.\n")
                .addParameter(Types.generic(RuntimeTypes.RECEIVED, Types.ANYTHING, Types.ANYTHING), "message")
                .addStatement(
                        "return parse(message.origin().address()).orElseThrow(() -> new $T(\n$S + message.origin().address(), null))",
                        RuntimeTypes.POISON,
                        "Channel " + channel.name() + " has no such address: ")
                .build();
    }

    private static MethodSpec parse(ParametersPlan plan) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (int i = 0; i < plan.parameters().size(); i++) {
            CodeBlock text = CodeBlock.of("values.get($L)", i);
            String enumeration = plan.parameters().get(i).enumeration();
            arguments.add(enumeration == null ? text : CodeBlock.of("$N.of($L)", enumeration, text));
        }
        return MethodSpec.methodBuilder("parse")
                .addModifiers(PUBLIC, STATIC)
                .addJavadoc("Reads them back from a topic's name; empty if it is none of this channel's.\n")
                .addParameter(String.class, "address")
                .returns(Types.generic(ClassName.get(Optional.class), Types.of(plan.type())))
                .addStatement(
                        "return TEMPLATE.values(address)\n.map(values -> new $T($L))",
                        Types.of(plan.type()),
                        CodeBlock.join(arguments, ", "))
                .build();
    }

    private static MethodSpec address(ParametersPlan plan) {
        return MethodSpec.methodBuilder("address")
                .addModifiers(PUBLIC)
                .addJavadoc("The topic.\n")
                .returns(String.class)
                .addStatement("return TEMPLATE.expand($L)", texts(plan))
                .build();
    }

    private static MethodSpec.Builder start(String name, ParametersPlan plan) {
        return MethodSpec.methodBuilder(name).addModifiers(PUBLIC, STATIC).returns(Types.of(plan.type()));
    }

    private static TypeSpec enumeration(Parameter parameter) {
        TypeSpec.Builder type = TypeSpec.enumBuilder(parameter.enumeration())
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of(
                        "The values of parameter " + JavadocText.code(parameter.name()) + ".",
                        parameter.documentation()))
                .addField(String.class, "text", PRIVATE, FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "text")
                        .addStatement("this.text = text")
                        .build());
        parameter
                .values()
                .forEach(value -> type.addEnumConstant(
                        value.constant(),
                        TypeSpec.anonymousClassBuilder("$S", value.text()).build()));
        ClassName name = ClassName.get("", parameter.enumeration());
        return type.addMethod(MethodSpec.methodBuilder("of")
                        .addModifiers(PUBLIC, STATIC)
                        .addJavadoc(
                                "The value that stands so in addresses.\n\n@throws $T if there is none\n",
                                RuntimeTypes.ADDRESS_PARAMETER)
                        .addParameter(String.class, "text")
                        .returns(name)
                        .beginControlFlow("for ($T value : values())", name)
                        .beginControlFlow("if (value.text.equals(text))")
                        .addStatement("return value")
                        .endControlFlow()
                        .endControlFlow()
                        .addStatement(
                                "throw new $T($S, text, $S)",
                                RuntimeTypes.ADDRESS_PARAMETER,
                                parameter.name(),
                                "it is none of "
                                        + parameter.values().stream()
                                                .map(ParametersPlan.Value::text)
                                                .collect(Collectors.joining(", ")))
                        .build())
                .addMethod(MethodSpec.methodBuilder("toString")
                        .addAnnotation(Override.class)
                        .addModifiers(PUBLIC)
                        .addJavadoc("As it stands in addresses.\n")
                        .returns(String.class)
                        .addStatement("return text")
                        .build())
                .build();
    }
}

package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.ServersPlan;
import io.tidings.codegen.plan.ServersPlan.Credential;
import io.tidings.codegen.plan.ServersPlan.Server;
import io.tidings.codegen.plan.ServersPlan.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The class that has a method for each server, which gives the settings that clients begin with. */
final class ServersEmitter implements Emitter {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]+)}");

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        return plan.servers().stream().map(servers -> type(plan, servers));
    }

    private static TypeSpec type(GenerationPlan plan, ServersPlan servers) {
        TypeSpec.Builder type = TypeSpec.classBuilder(Types.of(servers.type()))
                .addModifiers(PUBLIC, FINAL)
                .addJavadoc(JavadocText.of("How to reach the servers of " + JavadocText.escape(plan.title())
                        + ", for clients that are not told otherwise."))
                .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build());
        for (Server server : servers.servers()) {
            if (!server.variables().isEmpty()
                    && server.variables().stream().allMatch(variable -> variable.defaultValue() != null)) {
                type.addMethod(withDefaults(server));
            }
            type.addMethod(method(servers, server));
            server.variables().stream()
                    .filter(variable -> variable.enumeration() != null)
                    .forEach(variable -> type.addType(enumeration(variable)));
        }
        return type.build();
    }

    private static MethodSpec.Builder start(Server server, String more) {
        return MethodSpec.methodBuilder(server.method())
                .addModifiers(PUBLIC, STATIC)
                .addJavadoc(JavadocText.of(
                        "Server " + JavadocText.code(server.name()) + more + ".", server.documentation()))
                .returns(RuntimeTypes.SERVER_DEFAULTS);
    }

    private static MethodSpec withDefaults(Server server) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Variable variable : server.variables()) {
            arguments.add(
                    variable.enumeration() == null
                            ? CodeBlock.of("$S", variable.defaultValue())
                            : CodeBlock.of("$N.$N", variable.enumeration(), constant(variable)));
        }
        return start(server, ", where the document's defaults hold")
                .addStatement("return $N($L)", server.method(), CodeBlock.join(arguments, ", "))
                .build();
    }

    private static String constant(Variable variable) {
        return variable.values().stream()
                .filter(value -> value.text().equals(variable.defaultValue()))
                .findFirst()
                .orElseThrow()
                .constant();
    }

    private static MethodSpec method(ServersPlan servers, Server server) {
        MethodSpec.Builder method = start(server, "");
        boolean first = true;
        for (Variable variable : server.variables()) {
            TypeName type = variable.enumeration() == null
                    ? ClassName.get(String.class)
                    : Types.of(servers.type()).nestedClass(variable.enumeration());
            method.addParameter(type, variable.parameter());
            if (!variable.documentation().paragraphs().isEmpty()) {
                method.addJavadoc(first ? "\n" : "");
                method.addJavadoc(JavadocText.tag("@param " + variable.parameter() + " "
                        + JavadocText.escape(
                                String.join(" ", variable.documentation().paragraphs()))));
                first = false;
            }
        }
        return method.addStatement(
                        "return new $T(\n$S,\n$T.of($L),\n$T.of($L))",
                        RuntimeTypes.SERVER_DEFAULTS,
                        server.name(),
                        Map.class,
                        settings(server),
                        List.class,
                        CodeBlock.join(
                                server.credentials().stream()
                                        .map(ServersEmitter::credential)
                                        .toList(),
                                ", "))
                .build();
    }

    private static CodeBlock settings(Server server) {
        List<CodeBlock> entries = new ArrayList<>();
        server.settings().forEach((key, value) -> entries.add(CodeBlock.of("$S, $L", key, expression(server, value))));
        return CodeBlock.of("$>$>\n$L$<$<", CodeBlock.join(entries, ",\n"));
    }

    /** Text with variables in the place of their names. */
    private static CodeBlock expression(Server server, String template) {
        List<CodeBlock> parts = new ArrayList<>();
        Matcher matcher = NAME.matcher(template);
        int end = 0;
        while (matcher.find()) {
            String name = matcher.group(1);
            Variable variable = server.variables().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (variable != null) {
                if (matcher.start() > end || parts.isEmpty()) {
                    parts.add(CodeBlock.of("$S", template.substring(end, matcher.start())));
                }
                parts.add(CodeBlock.of("$N", variable.parameter()));
                end = matcher.end();
            }
        }
        if (end < template.length() || parts.isEmpty()) {
            parts.add(CodeBlock.of("$S", template.substring(end)));
        }
        return CodeBlock.join(parts, " + ");
    }

    private static CodeBlock credential(Credential credential) {
        return CodeBlock.of(
                "$>$>\nnew $T($>$>\n$T.of($L),\n$S)$<$<$<$<",
                RuntimeTypes.SERVER_CREDENTIAL,
                List.class,
                CodeBlock.join(
                        credential.anyOf().stream()
                                .map(key -> CodeBlock.of("$S", key))
                                .toList(),
                        ", "),
                credential.why());
    }

    private static TypeSpec enumeration(Variable variable) {
        TypeSpec.Builder type = TypeSpec.enumBuilder(variable.enumeration())
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of(
                        "The values of variable " + JavadocText.code(variable.name()) + ".", variable.documentation()))
                .addField(String.class, "text", PRIVATE, FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "text")
                        .addStatement("this.text = text")
                        .build());
        variable.values()
                .forEach(value -> type.addEnumConstant(
                        value.constant(),
                        TypeSpec.anonymousClassBuilder("$S", value.text()).build()));
        return type.addMethod(MethodSpec.methodBuilder("toString")
                        .addAnnotation(Override.class)
                        .addModifiers(PUBLIC)
                        .addJavadoc("As it stands in addresses.\n")
                        .returns(String.class)
                        .addStatement("return text")
                        .build())
                .build();
    }
}

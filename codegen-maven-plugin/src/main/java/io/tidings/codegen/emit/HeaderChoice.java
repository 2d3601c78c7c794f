package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.HeadersPlan.Choice;
import io.tidings.codegen.plan.HeadersPlan.Header;
import java.util.Objects;

/** The enum of a header whose texts are listed, with a constant for those that came later. */
final class HeaderChoice {

    private HeaderChoice() {}

    static TypeSpec type(Header header) {
        Choice choice = Objects.requireNonNull(header.choice());
        ClassName name = ClassName.get("", choice.typeName());
        TypeSpec.Builder type = TypeSpec.enumBuilder(name)
                .addModifiers(PUBLIC)
                .addJavadoc(JavadocText.of("What header " + JavadocText.code(header.name()) + " says."));
        choice.constants()
                .forEach((constant, text) -> type.addEnumConstant(
                        constant,
                        TypeSpec.anonymousClassBuilder("$S", text)
                                .addJavadoc("$L.\n", JavadocText.code(text))
                                .build()));
        return type.addEnumConstant(
                        choice.unknown(),
                        TypeSpec.anonymousClassBuilder("$S", "")
                                .addJavadoc(
                                        "Something that this version of the document does not know. Cannot be sent.\n")
                                .build())
                .addField(
                        FieldSpec.builder(Types.generic(RuntimeTypes.HEADER_TYPE, name), "TYPE", STATIC, FINAL, PRIVATE)
                                .initializer(
                                        "$T.of($S, $T::of, $T::text)",
                                        RuntimeTypes.HEADER_TYPE,
                                        "one of those listed",
                                        name,
                                        name)
                                .build())
                .addField(String.class, "text", PRIVATE, FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "text")
                        .addStatement("this.text = text")
                        .build())
                .addMethod(of(choice, name))
                .addMethod(text(choice))
                .build();
    }

    private static MethodSpec of(Choice choice, ClassName name) {
        return MethodSpec.methodBuilder("of")
                .addModifiers(PRIVATE, STATIC)
                .addParameter(String.class, "text")
                .returns(name)
                .beginControlFlow("for ($T known : values())", name)
                .beginControlFlow("if (known.text.equals(text))")
                .addStatement("return known")
                .endControlFlow()
                .endControlFlow()
                .addStatement("return $N", choice.unknown())
                .build();
    }

    private static MethodSpec text(Choice choice) {
        return MethodSpec.methodBuilder("text")
                .addModifiers(PRIVATE)
                .returns(String.class)
                .beginControlFlow("if (this == $N)", choice.unknown())
                .addStatement("throw new $T($S)", IllegalArgumentException.class, "What is not known cannot be sent")
                .endControlFlow()
                .addStatement("return text")
                .build();
    }
}

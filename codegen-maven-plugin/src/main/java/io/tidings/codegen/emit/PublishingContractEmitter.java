package io.tidings.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.contract.Contract.Publishing;
import javax.lang.model.element.Modifier;

/** Contract tests of what publishes: those who know the document alone can read all of it. */
final class PublishingContractEmitter {

    private PublishingContractEmitter() {}

    static TypeSpec emit(Publishing contract, ContractBase base) {
        TypeName received =
                Incoming.received(contract.other().channel(), contract.other().messages());
        return base.type(
                        "What a service that uses "
                                + JavadocText.code(contract.own().type().simpleName())
                                + " has to do: publish what those can read who know the document alone, on a broker in this JVM.")
                .addMethod(MethodSpec.methodBuilder("publish")
                        .addModifiers(Modifier.PROTECTED, Modifier.ABSTRACT)
                        .addJavadoc(
                                "Publishes as the service does, at least one message: with {@code new $T(sink)}.\n",
                                Types.of(contract.own().type()))
                        .addParameter(RuntimeTypes.MESSAGE_SINK, "sink")
                        .addException(Exception.class)
                        .build())
                .addMethod(ContractBase.toLook(
                        "published", received, "message", "Looks at a message as others receive it."))
                .addMethod(test(contract, base))
                .addMethod(known(contract, received))
                .build();
    }

    private static MethodSpec test(Publishing contract, ContractBase base) {
        MethodSpec.Builder test =
                ContractBase.test("publishesWhatOthersCanRead", "Subscribers get all of it, typed, and with its key.");
        base.prepare(test, null);
        return test.addStatement(
                        "$T.publishes(\ntransport,\n$L,\n$T.handling($L -> known(message)),\nthis::publish)",
                        RuntimeTypes.PUBLISHER_UNDER_TEST,
                        base.spec(contract.other().type(), contract.other().channel()),
                        Types.of(contract.other().type()),
                        ContractBase.given(contract.other().channel(), "message"))
                .build();
    }

    private static MethodSpec known(Publishing contract, TypeName received) {
        MethodSpec.Builder known = MethodSpec.methodBuilder("known")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(ParameterSpec.builder(received, "message").build())
                .addException(Exception.class);
        if (contract.other().messages().union() != null) {
            ClassName union = Types.of(contract.other().messages().valueType());
            known.beginControlFlow("if (message.payload() instanceof $T)", union.nestedClass("Unknown"))
                    .addStatement(
                            "throw new $T($S + message)", AssertionError.class, "The document knows no such message: ")
                    .endControlFlow();
        }
        return known.addStatement("published(message)").build();
    }
}

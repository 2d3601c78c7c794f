package io.tidings.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.contract.Contract.Handling;
import io.tidings.codegen.contract.Contract.Trial;
import io.tidings.codegen.plan.OperationPlan.SendMethod;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Contract tests of handlers: each kind of message is handled, also when it comes twice. */
final class HandlingContractEmitter {

    private HandlingContractEmitter() {}

    static TypeSpec emit(Handling contract, ContractBase base) {
        TypeName handler = Types.of(contract.own().handler());
        TypeSpec.Builder type =
                base.type("What a " + JavadocText.code(contract.own().handler().simpleName())
                        + " has to do: handle every kind of message that its channel brings, on a broker in this JVM.");
        type.addMethod(ContractBase.toWrite("handler", handler, "The handler under test."))
                .addMethod(receiving(contract))
                .addMethod(ContractBase.toLook(
                        "handled",
                        Types.generic(
                                RuntimeTypes.RECEIVED,
                                Types.of(contract.own().channel().key()),
                                Types.ANYTHING),
                        "message",
                        "Looks at what came of a message that was handled."));
        for (Trial trial : contract.trials()) {
            String name = trial.message().codeName();
            ContractBase.addSamples(type, trial, sender(contract, trial).message());
            type.addMethod(test(
                            contract,
                            base,
                            trial,
                            "handles" + name,
                            "handle",
                            sending(contract, base, trial),
                            "It is handled."))
                    .addMethod(test(
                            contract,
                            base,
                            trial,
                            "handles" + name + "Twice",
                            "handleTwice",
                            sending(contract, base, trial),
                            "Brokers deliver at least once."));
        }
        if (contract.other().tombstone() != null) {
            CodeBlock sending = CodeBlock.of(
                    "publisher.publishTombstone($L, options)",
                    base.tombstone(contract.other().channel()));
            type.addMethod(test(contract, base, null, "handlesATombstone", "handle", sending, "An entity is gone."));
        }
        return type.build();
    }

    private static MethodSpec receiving(Handling contract) {
        return MethodSpec.methodBuilder("receiving")
                .addModifiers(Modifier.PROTECTED)
                .addJavadoc(
                        JavadocText.of("How messages reach the handler: override it where the service wraps it, as an"
                                + " idempotent receiver does."))
                .addException(Exception.class)
                .returns(Subscribing.handlerOf(contract.own().channel()))
                .addStatement(
                        "return $T.handling(handler())", Types.of(contract.own().type()))
                .build();
    }

    private static CodeBlock sending(Handling contract, ContractBase base, Trial trial) {
        return CodeBlock.of(
                "publisher.$N($L, options)",
                sender(contract, trial).name(),
                base.arguments(contract.other().channel(), trial));
    }

    private static SendMethod sender(Handling contract, Trial trial) {
        return contract.other().methods().stream()
                .filter(send -> send.message().codeName().equals(trial.message().codeName()))
                .findFirst()
                .orElseThrow();
    }

    private static MethodSpec test(
            Handling contract,
            ContractBase base,
            @Nullable Trial sent,
            String name,
            String how,
            CodeBlock sending,
            String javadoc) {
        TypeName publisher = Types.of(contract.other().type());
        MethodSpec.Builder test = ContractBase.test(name, javadoc);
        base.prepare(test, sent);
        return test.addStatement("$1T publisher = new $1T(transport.sink())", publisher)
                .beginControlFlow(
                        "try ($T tested = $T.start(transport, $L, receiving()))",
                        ContractBase.tested(contract.own().channel()),
                        RuntimeTypes.HANDLER_UNDER_TEST,
                        base.spec(contract.own().type(), contract.own().channel()))
                .addStatement("handled(tested.$N(options -> $L))", how, sending)
                .endControlFlow()
                .build();
    }
}

package io.tidings.codegen.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.OperationPlan.Subscriber;
import java.util.stream.Stream;

/** Subscribers: they adapt typed handlers and start subscriptions. */
final class SubscriberEmitter implements Emitter {

    @Override
    public Stream<TypeSpec> emit(GenerationPlan plan) {
        return plan.operations(Subscriber.class).map(SubscriberEmitter::type);
    }

    private static TypeSpec type(Subscriber subscriber) {
        TypeSpec.Builder type = TypeSpec.classBuilder(Types.of(subscriber.type()))
                .addModifiers(PUBLIC, FINAL)
                .addJavadoc(JavadocText.of(
                        (subscriber.replies() ? "Subscribes to replies on " : "Subscribes to ")
                                + JavadocText.address(subscriber.channel()) + ". Stateless.",
                        subscriber.documentation()));
        Subscribing.addTo(type, subscriber.channel(), subscriber.messages(), subscriber.group(), subscriber.shared());
        MethodSpec typed = subscribeTyped(subscriber);
        type.addMethod(handling(subscriber)).addMethod(batches(subscriber)).addMethod(typed);
        Subscribing.each(subscriber.channel(), typed).ifPresent(type::addMethod);
        return type.addMethod(Subscribing.subscribe(subscriber.channel()))
                .addMethod(Incoming.typed(subscriber.channel(), subscriber.messages()))
                .build();
    }

    private static MethodSpec handling(Subscriber subscriber) {
        return Subscribing.start("handling")
                .addJavadoc("Adapts a typed handler.\n")
                .addParameter(Types.of(subscriber.handler()), "handler")
                .returns(Subscribing.handlerOf(subscriber.channel()))
                .addStatement(
                        "return message -> handler.handle(typed(message)$L)",
                        Incoming.parameters(subscriber.channel(), "message"))
                .build();
    }

    private static MethodSpec batches(Subscriber subscriber) {
        TypeName key = Types.of(subscriber.channel().key());
        TypeName value = Types.of(subscriber.messages().valueType());
        return Subscribing.start("batches")
                .addJavadoc("Adapts a typed handler that takes several messages at once.\n")
                .addParameter(Types.generic(RuntimeTypes.TYPED_BATCHES, key, value), "handler")
                .returns(Types.generic(RuntimeTypes.BATCH_HANDLER, key))
                .addStatement(
                        "return $T.of($T::typed, handler)", RuntimeTypes.BATCH_HANDLER, Types.of(subscriber.type()))
                .build();
    }

    private static MethodSpec subscribeTyped(Subscriber subscriber) {
        return Subscribing.start("subscribe")
                .addJavadoc("Subscribes as a member of {@link #GROUP}.\n")
                .addParameter(RuntimeTypes.TRANSPORT, "transport")
                .addParameters(Parameters.listening(subscriber.channel()).declared())
                .addParameter(Types.of(subscriber.handler()), "handler")
                .returns(RuntimeTypes.SUBSCRIPTION)
                .addStatement(
                        "return subscribe(transport, $L, handling(handler))",
                        Subscribing.arguments(subscriber.channel(), "GROUP"))
                .build();
    }
}

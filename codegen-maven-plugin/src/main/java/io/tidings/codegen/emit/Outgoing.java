package io.tidings.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.KeyKind;
import io.tidings.codegen.plan.MessagePlan;

/** The expression that makes a message to send. */
final class Outgoing {

    private Outgoing() {}

    static CodeBlock message(ChannelPlan channel, MessagePlan message, String payload, String options) {
        return CodeBlock.of(
                "$T.of(\n$L,\n$L,\n$L,\n$L,\n$L)",
                RuntimeTypes.OUTGOING_MESSAGE,
                Types.of(channel.constant()),
                Types.of(message.constant()),
                channel.key() == KeyKind.NONE ? "null" : "key",
                payload,
                options);
    }
}

package io.tidings.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.KeyKind;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.ParametersPlan;

/** The expression that makes a message to send. */
final class Outgoing {

    private Outgoing() {}

    /** @param payload its name; {@code null} for a tombstone */
    static CodeBlock message(ChannelPlan channel, MessagePlan message, String payload, String options) {
        return CodeBlock.of(
                "$T.of(\n$L,\n$L,\n$L,\n$L,\n$L)",
                RuntimeTypes.OUTGOING_MESSAGE,
                Types.channel(channel, parameters(channel, message, payload)),
                Types.of(message.constant()),
                channel.key() == KeyKind.NONE ? "null" : "key",
                payload,
                options);
    }

    private static CodeBlock parameters(ChannelPlan channel, MessagePlan message, String payload) {
        ParametersPlan plan = channel.parameters();
        return plan != null && Parameters.areIn(message, channel) && !payload.equals("null")
                ? CodeBlock.of("$T.of($N)", Types.of(plan.type()), payload)
                : CodeBlock.of("parameters");
    }
}

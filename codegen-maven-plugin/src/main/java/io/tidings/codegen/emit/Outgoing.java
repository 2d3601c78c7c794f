package io.tidings.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.ParametersPlan;
import java.util.List;

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
                channel.key().present() ? "key" : "null",
                payload,
                options);
    }

    private static CodeBlock parameters(ChannelPlan channel, MessagePlan message, String payload) {
        ParametersPlan plan = channel.parameters();
        return plan != null && Parameters.areIn(message, channel) && !payload.equals("null")
                ? CodeBlock.of("$T.of($N)", Types.of(plan.type()), payload)
                : CodeBlock.of("parameters");
    }

    /**
     * The ways in which a message can be sent: with headers that its sender decides, without, or both where none of them is
     * required.
     */
    static List<Boolean> withHeaders(MessagePlan message) {
        if (message.headers() == null) {
            return List.of(false);
        }
        return message.headers().optional() ? List.of(false, true) : List.of(true);
    }

    /** The options of the caller, with the headers where they are given. */
    static String options(String options, boolean headers) {
        return headers ? "headers.in(" + options + ")" : options;
    }
}

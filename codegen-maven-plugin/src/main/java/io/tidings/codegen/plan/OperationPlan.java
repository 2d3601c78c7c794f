package io.tidings.codegen.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is generated for an operation, seen from the side of those who use the code. */
public sealed interface OperationPlan {

    /** Its key in the document. */
    String operation();

    /** Where it sends to or receives from. */
    ChannelPlan channel();

    /** What the document says of the operation. */
    Documentation documentation();

    /**
     * Sends without awaiting an answer.
     *
     * @param command whether it tells someone to do something, rather than everyone that something happened
     * @param tombstone the kind of message whose entity a tombstone ends; null where the channel keeps no entities
     */
    record Publisher(
            String operation,
            JavaName type,
            ChannelPlan channel,
            List<SendMethod> methods,
            boolean command,
            @Nullable MessagePlan tombstone,
            Documentation documentation)
            implements OperationPlan {
        public Publisher {
            methods = List.copyOf(methods);
        }
    }

    /** A method that sends one kind of message. */
    record SendMethod(String name, MessagePlan message) {}

    /**
     * Handles what arrives.
     *
     * @param group the consumer group, where the caller names none
     * @param shared whether its members share the channel without order
     * @param replies whether these are the replies to what a requestor asked
     */
    record Subscriber(
            String operation,
            JavaName handler,
            JavaName type,
            ChannelPlan channel,
            MessageChoice messages,
            String group,
            boolean shared,
            boolean replies,
            Documentation documentation)
            implements OperationPlan {}

    /**
     * Asks, and awaits the reply.
     *
     * @param pending its twin, whose requests stand in a database until the reply comes
     */
    record Requestor(
            String operation,
            JavaName type,
            JavaName pending,
            ChannelPlan channel,
            List<AskMethods> methods,
            ChannelPlan replyChannel,
            MessageChoice replies,
            Documentation documentation)
            implements OperationPlan {
        public Requestor {
            methods = List.copyOf(methods);
        }
    }

    /** The methods that ask with one kind of message: for a stage, blocking, and through a sink. */
    record AskMethods(String request, String requestAndWait, String ask, MessagePlan message) {}

    /** Asks many, any of whom may answer. */
    record Gatherer(
            String operation,
            JavaName type,
            ChannelPlan channel,
            List<GatherMethods> methods,
            ChannelPlan replyChannel,
            MessageChoice replies,
            Documentation documentation)
            implements OperationPlan {
        public Gatherer {
            methods = List.copyOf(methods);
        }
    }

    /** The methods that ask many with one kind of message: for a stage, and blocking. */
    record GatherMethods(String gather, String gatherAndWait, MessagePlan message) {}

    /**
     * Answers.
     *
     * @param mayAnswer whether it need not, since others are asked too
     * @param group the consumer group, where the caller names none
     * @param shared whether its members share the channel without order
     */
    record Replier(
            String operation,
            JavaName handler,
            JavaName type,
            ChannelPlan channel,
            MessageChoice requests,
            ChannelPlan replyChannel,
            MessageChoice replies,
            boolean mayAnswer,
            String group,
            boolean shared,
            Documentation documentation)
            implements OperationPlan {}
}

package io.tidings.codegen.contract;

import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.OperationPlan;
import io.tidings.codegen.plan.OperationPlan.Gatherer;
import io.tidings.codegen.plan.OperationPlan.Publisher;
import io.tidings.codegen.plan.OperationPlan.Replier;
import io.tidings.codegen.plan.OperationPlan.Requestor;
import io.tidings.codegen.plan.OperationPlan.Subscriber;
import java.util.List;
import java.util.Optional;

/** What the tests of one operation try: the user's side, with the other side generated. */
public sealed interface Contract {

    /** The abstract test class that the user extends. */
    JavaName type();

    /** The user's side. */
    OperationPlan own();

    /**
     * A kind of message that is tried.
     *
     * @param method gives the sample
     * @param sample empty where the user has to give it
     */
    record Trial(MessagePlan message, String method, Optional<Sample> sample) {}

    /** A handler gets what a publisher sends. */
    record Handling(JavaName type, Subscriber own, Publisher other, List<Trial> trials) implements Contract {
        public Handling {
            trials = List.copyOf(trials);
        }
    }

    /** What a publisher sends, a subscriber can read. */
    record Publishing(JavaName type, Publisher own, Subscriber other) implements Contract {}

    /**
     * A handler answers what a requestor asks.
     *
     * @param other a requestor, or a gatherer where the handler may answer
     */
    record Answering(JavaName type, Replier own, OperationPlan other, List<Trial> trials) implements Contract {
        public Answering {
            trials = List.copyOf(trials);
        }
    }

    /** Who asks lives with each kind of reply. */
    record Asking(JavaName type, Requestor own, Replier other, List<Trial> replies) implements Contract {
        public Asking {
            replies = List.copyOf(replies);
        }
    }

    /** Who asks many lives with each kind of reply, and with none. */
    record Gathering(JavaName type, Gatherer own, Replier other, List<Trial> replies) implements Contract {
        public Gathering {
            replies = List.copyOf(replies);
        }
    }
}

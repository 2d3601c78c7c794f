package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.Operation;
import io.tidings.codegen.plan.NameScope.Claimant;
import java.util.List;

/**
 * Names the methods of a client, which has some for each kind of message. Those of two kinds must not have one name: they may
 * have the same parameters, for kinds may share a record class.
 */
final class MethodNames {

    private final Operation operation;
    private final NameScope taken;

    MethodNames(Operation operation, List<Diagnostic> diagnostics) {
        this.operation = operation;
        this.taken = new NameScope(diagnostics);
        taken.reserve("publishTombstone", "the method for tombstones");
    }

    /**
     * What stands for the kind in names of methods: nothing where the operation has one message.
     *
     * @param does what such a method does, the first word of its name
     * @param suffixes of all methods for the kind
     */
    String of(MessagePlan kind, String does, List<String> suffixes) {
        if (operation.messages().size() == 1) {
            return "";
        }
        Claimant claimant = new Claimant("message '" + kind.name() + "'", kind.name(), operation);
        return taken.follow(does + kind.codeName(), suffixes, claimant).substring(does.length());
    }
}

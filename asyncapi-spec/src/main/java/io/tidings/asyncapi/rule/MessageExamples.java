package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.schema.Problem;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The examples of all messages beside the schemas they are examples of. */
final class MessageExamples {
    private MessageExamples() {}

    static List<Problem> problems(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (Message message : subject.messages()) {
            for (Node item : Subject.items(message.node(), "examples")) {
                subject.references().object(item).ifPresent(example -> {
                    part(subject, message.payload(), example, "payload", problems);
                    part(subject, message.headers(), example, "headers", problems);
                });
            }
        }
        return problems;
    }

    private static void part(
            Subject subject, @Nullable MessageSchema schema, ObjectNode example, String field, List<Problem> problems) {
        Node value = example.get(field).orElse(null);
        if (schema != null && value != null) {
            problems.addAll(subject.schemas().misfits(schema, value));
        }
    }
}

package io.tidings.codegen;

import static java.util.Objects.requireNonNull;

import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.HeadersPlan;
import io.tidings.codegen.plan.HeadersPlan.Header;
import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.ParametersPlan;
import io.tidings.codegen.plan.ParametersPlan.Parameter;
import io.tidings.codegen.plan.PlacePlan;
import io.tidings.messaging.Received;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/** What generated code is given and gives beside keys and payloads: parameters of addresses, headers, fields for identifiers. */
final class Surroundings {

    private final GeneratedTypes types;
    private final Random random;

    Surroundings(GeneratedTypes types, long seed) {
        this.types = types;
        this.random = new Random(seed);
    }

    /** The parameters of an address as one side has them: those of the payload, if they stand there. */
    Optional<Object> parameters(ChannelPlan channel, MessagePlan message, Object payload) {
        ParametersPlan plan = channel.parameters();
        if (plan == null) {
            return Optional.empty();
        }
        return inPayload(channel, message)
                ? Optional.ofNullable(types.callStatic(plan.type(), "of", List.of(payload)))
                : someParameters(channel);
    }

    /** Parameters of an address, if it has any. */
    Optional<Object> someParameters(ChannelPlan channel) {
        return Optional.ofNullable(channel.parameters())
                .map(plan -> types.make(
                        plan.type(),
                        plan.parameters().stream()
                                .map(parameter -> value(plan, parameter))
                                .toList()));
    }

    static boolean inPayload(ChannelPlan channel, MessagePlan message) {
        ParametersPlan plan = channel.parameters();
        return plan != null && plan.in(message.payload()).isPresent();
    }

    private Object value(ParametersPlan plan, Parameter parameter) {
        if (parameter.enumeration() != null) {
            Object[] constants = types.constants(plan.type(), parameter.enumeration());
            return constants[random.nextInt(constants.length)];
        }
        return "v" + random.nextInt(100);
    }

    /** The same parameters as the other side has them: read from the address. */
    Object asOtherSide(ChannelPlan other, Object parameters) {
        JavaName type = requireNonNull(other.parameters()).type();
        Object address = requireNonNull(types.call(parameters, "address", List.of()));
        return ((Optional<?>) requireNonNull(types.callStatic(type, "parse", List.of(address)))).orElseThrow();
    }

    /** The headers of a message, if its sender decides some. */
    Optional<Object> headers(MessagePlan message) {
        HeadersPlan plan = message.headers();
        if (plan == null) {
            return Optional.empty();
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Header header : plan.headers()) {
            values.add(!header.required() && random.nextBoolean() ? null : value(plan, header));
        }
        return Optional.of(types.make(plan.type(), values));
    }

    private Object value(HeadersPlan plan, Header header) {
        return switch (header.kind()) {
            case STRING ->
                List.of("text", " ", "gr\u00FC\u00DFe \uD83D\uDE00", "").get(random.nextInt(4));
            case UUID -> new UUID(random.nextLong(), random.nextLong());
            case INTEGER -> random.nextInt();
            case LONG -> random.nextLong();
            case DOUBLE -> random.nextGaussian();
            case BOOLEAN -> random.nextBoolean();
            case INSTANT -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case DATE -> LocalDate.ofEpochDay(random.nextInt(100_000));
            case CHOICE -> {
                Object[] constants = types.constants(
                        plan.type(), requireNonNull(header.choice()).typeName());
                yield constants[random.nextInt(constants.length - 1)]; // the last one is what is not known
            }
        };
    }

    /** What a message's headers are, as the side that got it reads them: each value as text. */
    String arrived(MessagePlan message, Received<?, ?> received) {
        return String.valueOf(types.callStatic(requireNonNull(message.headers()).type(), "of", List.of(received)));
    }

    /** Leaves identifiers to the runtime, as most senders do. */
    void clear(Object payload, MessagePlan message) {
        set(payload, message.correlationId(), null);
        set(payload, message.replyTo(), null);
    }

    /** What the runtime has filled in is as it should be. */
    void fill(Object expected, @Nullable Object arrived, MessagePlan message) {
        set(expected, message.correlationId(), arrived);
        set(expected, message.replyTo(), arrived);
    }

    private static void set(Object payload, @Nullable PlacePlan place, @Nullable Object from) {
        if (place instanceof PlacePlan.Field field) {
            IndexedRecord to = (IndexedRecord) payload;
            IndexedRecord source = (IndexedRecord) from;
            List<String> path = field.path();
            for (String name : path.subList(0, path.size() - 1)) {
                Schema.Field step = to.getSchema().getField(name);
                to = (IndexedRecord) to.get(step.pos());
                source = source == null ? null : (IndexedRecord) source.get(step.pos());
            }
            Schema.Field last = to.getSchema().getField(path.get(path.size() - 1));
            Object value = source != null ? source.get(last.pos()) : null;
            if (value == null && last.schema().getType() == Schema.Type.STRING) {
                value = "";
            }
            to.put(last.pos(), value == null ? null : text(last.schema(), value.toString()));
        }
    }

    /** Text of the class that a record has for it. */
    private static CharSequence text(Schema field, String text) {
        Schema string = field.isUnion()
                ? field.getTypes().stream()
                        .filter(branch -> branch.getType() == Schema.Type.STRING)
                        .findFirst()
                        .orElse(field)
                : field;
        return "String".equals(string.getProp("avro.java.string")) ? text : new Utf8(text);
    }
}

package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema.Avro;
import io.tidings.asyncapi.source.Location;
import io.tidings.compat.avro.AvroReader;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.Schema;

/** Whether two services send different things under one name. That a receiver knows only a part is no reason. */
final class TypeTwiceRule implements LandscapeRule {

    private record Sent(Service by, Schema schema, Location place) {}

    @Override
    public void check(Landscape landscape, Consumer<LandscapeFinding> found) {
        Map<String, Sent> first = new TreeMap<>();
        for (Service service : landscape.services()) {
            for (Use use : service.uses()) {
                for (Message message : use.sends() ? use.messages() : List.<Message>of()) {
                    if (message.payload() instanceof Avro avro) {
                        named(avro, (schema, place) -> {
                            Sent sent = new Sent(service, schema, place);
                            Sent known = first.putIfAbsent(schema.getFullName(), sent);
                            if (known != null && differ(known, sent)) {
                                found.accept(finding(known, sent));
                            }
                        });
                    }
                }
            }
        }
    }

    private static boolean differ(Sent one, Sent other) {
        boolean versions = Services.identity(one.by().document())
                .equals(Services.identity(other.by().document()));
        if (versions || one.schema().equals(other.schema())) {
            return false;
        }
        return !AvroReader.judge(one.schema(), other.schema()).compatible()
                || !AvroReader.judge(other.schema(), one.schema()).compatible();
    }

    private static void named(Avro avro, BiConsumer<Schema, Location> each) {
        Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Schema> open = new ArrayDeque<>(List.of(avro.schema()));
        while (!open.isEmpty()) {
            Schema schema = open.pop();
            if (!seen.add(schema)) {
                continue;
            }
            switch (schema.getType()) {
                case RECORD -> {
                    each.accept(schema, avro.locationOf(schema.getFullName()));
                    schema.getFields().forEach(field -> open.add(field.schema()));
                }
                case ENUM, FIXED -> each.accept(schema, avro.locationOf(schema.getFullName()));
                case ARRAY -> open.add(schema.getElementType());
                case MAP -> open.add(schema.getValueType());
                case UNION -> open.addAll(schema.getTypes());
                default -> {}
            }
        }
    }

    private static LandscapeFinding finding(Sent one, Sent other) {
        return LandscapeFinding.of(
                        SystemRule.SYSTEM_TYPE_TWICE,
                        Severity.WARNING,
                        other.by().name() + " and " + one.by().name() + " send different things as "
                                + one.schema().getFullName() + ": neither can stand for the other")
                .at(other.by(), other.place(), other.by().name())
                .at(one.by(), one.place(), one.by().name());
    }
}

package io.tidings.replication;

import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** What a consumer keeps of a {@link RestaurantChanged}; written as avro-compiler would write it. */
@SuppressWarnings("serial") // never serialised by Java
public class RestaurantView extends SpecificRecordBase {

    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"record","name":"RestaurantView","namespace":"io.tidings.replication",
             "aliases":["io.tidings.replication.RestaurantChanged"],"fields":[
              {"name":"name","type":{"type":"string","avro.java.string":"String"}},
              {"name":"revision","type":["null","long"],"default":null}]}""");

    static final MessageType<RestaurantView> TYPE =
            new MessageType<>("RestaurantChanged", RestaurantView.class, SCHEMA$);

    public static final Index<RestaurantView, String> NAME = Index.of("name", KeyType.STRING, RestaurantView::name);

    private String name = "";
    private @Nullable Long revision;

    public RestaurantView() {}

    static Channel<String> channel(String topic) {
        return new Channel<>("restaurantEvents", topic, KeyType.STRING);
    }

    public static ReplicaDefinition<String, RestaurantView> on(String topic) {
        return ReplicaDefinition.of("RestaurantView", channel(topic), TYPE, VersionSource.header());
    }

    public String name() {
        return name;
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public @Nullable Object get(int field) {
        return field == 0 ? name : revision;
    }

    @Override
    public void put(int field, @Nullable Object value) {
        if (field == 0) {
            name = String.valueOf(value);
        } else {
            revision = (Long) value;
        }
    }
}

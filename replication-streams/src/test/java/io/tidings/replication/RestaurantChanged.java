package io.tidings.replication;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/** What the owner publishes; written as avro-compiler would write it. */
@SuppressWarnings("serial") // never serialised by Java
public class RestaurantChanged extends SpecificRecordBase {

    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"record","name":"RestaurantChanged","namespace":"io.tidings.replication","fields":[
              {"name":"street","type":"string"},
              {"name":"name","type":"string"},
              {"name":"revision","type":["null","long"],"default":null}]}""");

    private CharSequence street = "";
    private CharSequence name = "";
    private Object revision = 0L;

    public RestaurantChanged() {}

    static RestaurantChanged named(String name) {
        return named(name, 0);
    }

    static RestaurantChanged named(String name, long revision) {
        RestaurantChanged changed = new RestaurantChanged();
        changed.name = name;
        changed.revision = revision;
        return changed;
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public Object get(int field) {
        return field == 0 ? street : field == 1 ? name : revision;
    }

    @Override
    public void put(int field, Object value) {
        switch (field) {
            case 0 -> street = (CharSequence) value;
            case 1 -> name = (CharSequence) value;
            default -> revision = value;
        }
    }
}

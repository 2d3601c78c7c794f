package org.post.nasty;

import io.tidings.messaging.Generated;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import java.lang.String;

/** Writes and reads {@link Object} in Avro's binary encoding, by the schema it was generated from. */
@Generated(document = "asyncapi.yaml", version = "2.1.0")
public final class ObjectCodec extends RecordCodec<Object> {
    /** The one instance. */
    public static final ObjectCodec INSTANCE = new ObjectCodec();

    private static final List[] LIST_SYMBOLS = List.values();

    private ObjectCodec() {
        super(Object.class, Object.getClassSchema());
    }

    @java.lang.Override
    public void write(Object record, DatumOutput out) {
        out.enter();
        out.writeInt(record.getClass$());
        out.writeInt(record.getSchema$());
        out.writeInt(record.getSpecificData$2());
        out.writeInt(record.getEncoder$2());
        out.writeInt(record.getClassSchema$());
        String java = record.getJava();
        if (java == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            out.writeString(java);
        }
        out.writeDouble(record.getOrg());
        Object objects = record.getObjects();
        if (objects == null) {
            out.writeIndex(0);
        } else {
            out.writeIndex(1);
            ObjectCodec.INSTANCE.write(objects, out);
        }
        out.writeInt(record.getAB());
        out.writeInt(record.getAB$2());
        out.writeInt(record.getAB$0());
        out.writeString(record.getValue());
        out.writeFloat(record.getOther());
        out.writeBoolean(record.getRecord());
        StringCodec.INSTANCE.write(record.getString(), out);
        out.writeEnum(record.getList());
        out.writeFixed(record.getOverride(), 1);
        out.leave();
    }

    @java.lang.Override
    public Object read(DatumInput in) {
        Object record = new Object();
        in.enter();
        record.setClass$(in.readInt());
        record.setSchema$(in.readInt());
        record.setSpecificData$2(in.readInt());
        record.setEncoder$2(in.readInt());
        record.setClassSchema$(in.readInt());
        record.setJava(in.readIndex(2) == 0 ? null : in.readString());
        record.setOrg(in.readDouble());
        record.setObjects(in.readIndex(2) == 0 ? null : ObjectCodec.INSTANCE.read(in));
        record.setAB(in.readInt());
        record.setAB$2(in.readInt());
        record.setAB$0(in.readInt());
        record.setValue(in.readString());
        record.setOther(in.readFloat());
        record.setRecord(in.readBoolean());
        record.setString(StringCodec.INSTANCE.read(in));
        record.setList(in.readEnum(LIST_SYMBOLS));
        record.setOverride(new Override(in.readFixed(1)));
        in.leave();
        return record;
    }
}

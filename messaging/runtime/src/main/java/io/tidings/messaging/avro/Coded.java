package io.tidings.messaging.avro;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a generated record class that has a codec. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Coded {

    /** The codec's class; its public constant {@code INSTANCE} is the codec. */
    Class<? extends RecordCodec<?>> value();
}

package io.tidings.messaging.serde;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Avro 1.12.2 loads no class by a schema's name unless a system property names its package. Our own readers do without ({@link
 * RecordModel}); those of others ask Avro, for the whole process. Who plugs one in lets Avro trust what Avro itself generated,
 * and only that, in addition to what it trusts already: such classes do nothing but hold data.
 */
final class GeneratedClassTrust {

    private static final AtomicBoolean EXTENDED = new AtomicBoolean();

    private GeneratedClassTrust() {}

    /** Does so once; whoever sets Avro's trust later has the last word. */
    static void extend() {
        if (EXTENDED.compareAndSet(false, true)) {
            ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(before, GeneratedClassTrust::generated));
        }
    }

    static boolean generated(Class<?> type) {
        boolean holdsData =
                GenericContainer.class.isAssignableFrom(type) || GenericEnumSymbol.class.isAssignableFrom(type);
        return holdsData && type.isAnnotationPresent(AvroGenerated.class);
    }
}

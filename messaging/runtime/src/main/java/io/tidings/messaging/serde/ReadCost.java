package io.tidings.messaging.serde;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.apache.avro.Resolver;
import org.apache.avro.Resolver.Action;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * What memory Avro's reader takes that the input has no bytes for, for one writer's schema and one reader's: fields of type null,
 * and what the reader fills in. A few bytes could ask for many such records. Computed once for each pair; the costliest item of all
 * arrays and maps, and the costliest branch of all unions, stand for each of them.
 */
final class ReadCost {

    /** What a byte pays beyond the value that it is part of: ordinary records cost nothing then. */
    private static final long PAID_BY_A_BYTE = 64;

    private static final long RECORD = 40;
    private static final long REFERENCE = 8;

    /** A smaller one, for which there are no bytes, is allocated once before it is refused. */
    private static final int LARGE_FIXED = 1 << 20;

    /** Sums of such numbers do not overflow. */
    private static final long ENOUGH = 1L << 40;

    private final LeastBytes leastBytes = new LeastBytes();
    private final IdentityHashMap<Action, Long> known = new IdentityHashMap<>();
    private long item;
    private long[] branches = {};
    private final long root;

    private ReadCost(Action action) {
        this.root = memory(action);
    }

    /** Of Avro's reader for these two. */
    static ReadCost of(Schema writerSchema, Schema readerSchema, GenericData model) {
        return new ReadCost(Resolver.resolve(writerSchema, readerSchema, model));
    }

    /** Bytes of memory for the whole, without what depends on the input. */
    long root() {
        return root;
    }

    /** Bytes of memory for each item of an array or a map. */
    long item() {
        return item;
    }

    /** Bytes of memory for this branch of a union; there may be no such branch. */
    long branch(int index) {
        return index >= 0 && index < branches.length ? branches[index] : 0;
    }

    private long memory(Action action) {
        Long before = known.get(action);
        if (before != null) {
            return before;
        }
        // A type that contains itself does so within an array, a map or a union, which are paid for one by one.
        known.put(action, 0L);
        long memory = Math.min(ENOUGH, computed(action));
        known.put(action, memory);
        return memory;
    }

    private long computed(Action action) {
        if (action instanceof Resolver.RecordAdjust adjusted) {
            return ofRecord(adjusted);
        }
        if (action instanceof Resolver.Container container) {
            item = Math.max(item, unpaid(container.elementAction, 0));
            return 0;
        }
        if (action instanceof Resolver.WriterUnion union) {
            ofBranches(union.actions);
            return 0;
        }
        if (action instanceof Resolver.ReaderUnion union) {
            return memory(union.actualAction);
        }
        boolean largeFixed = action.type == Action.Type.DO_NOTHING
                && action.writer.getType() == Schema.Type.FIXED
                && action.writer.getFixedSize() > LARGE_FIXED;
        return largeFixed ? action.writer.getFixedSize() : 0;
    }

    private long ofRecord(Resolver.RecordAdjust record) {
        long sum = RECORD + REFERENCE * record.reader.getFields().size();
        for (Action field : record.fieldActions) {
            sum = Math.min(ENOUGH, sum + memory(field));
        }
        for (Object filledIn : record.defaults) {
            sum = Math.min(ENOUGH, sum + DefaultSize.of(filledIn));
        }
        return sum;
    }

    private void ofBranches(Action[] actions) {
        if (branches.length < actions.length) {
            branches = Arrays.copyOf(branches, actions.length);
        }
        for (int i = 0; i < actions.length; i++) {
            // The array may be replaced meanwhile: there may be longer unions within.
            long unpaid = unpaid(actions[i], 1);
            branches[i] = Math.max(branches[i], unpaid);
        }
    }

    private long unpaid(Action action, int bytesBefore) {
        long paid = PAID_BY_A_BYTE * (bytesBefore + leastBytes.of(action.writer));
        return Math.max(0, memory(action) - paid);
    }
}

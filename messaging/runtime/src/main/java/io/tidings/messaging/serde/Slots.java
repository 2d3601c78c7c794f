package io.tidings.messaging.serde;

import org.jspecify.annotations.Nullable;

/**
 * What was made for an object, by its identity, and a topic: a first look that allocates nothing, before a real map is asked.
 * Two that want one slot take turns in it. Safe for use by several threads: slots are replaced, never changed, and it does not
 * matter which of two replacements stays.
 */
final class Slots<V> {

    private static final int COUNT = 64;

    private final @Nullable Slot[] slots = new Slot[COUNT];

    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // what was put is a V; comparing is what is to be saved
    @Nullable V get(Object key, String topic) {
        Slot slot = slots[index(key, topic)];
        return slot != null && slot.key == key && slot.topic.equals(topic) ? (V) slot.value : null;
    }

    void put(Object key, String topic, V value) {
        slots[index(key, topic)] = new Slot(key, topic, value);
    }

    private static int index(Object key, String topic) {
        int hash = System.identityHashCode(key) * 31 + topic.hashCode();
        return (hash ^ (hash >>> 16)) & (COUNT - 1);
    }

    private record Slot(Object key, String topic, Object value) {}
}

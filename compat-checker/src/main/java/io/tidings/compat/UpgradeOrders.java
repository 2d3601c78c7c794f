package io.tidings.compat;

import io.tidings.compat.UpgradeOrder.Order;
import io.tidings.compat.diff.Change;
import io.tidings.compat.diff.JsonChange;
import io.tidings.compat.diff.MessageChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects, channel by channel, which of the two directions still reads. */
final class UpgradeOrders {

    private record Directions(boolean forward, boolean backward) {
        Directions and(Directions other) {
            return new Directions(forward && other.forward, backward && other.backward);
        }
    }

    private final Map<String, Directions> channels = new LinkedHashMap<>();

    void consider(Change change) {
        String channel = change.at().scope().channel();
        if (channel == null) {
            return;
        }
        if (change instanceof MessageChange.PayloadChanged payload) {
            note(channel, payload.forward().compatible(), payload.backward().compatible());
        } else if (change instanceof MessageChange.Added) {
            note(channel, change.at().scope().open(), true);
        } else if (change instanceof MessageChange.Removed) {
            note(channel, true, false);
        } else if (change instanceof MessageChange.RequiredHeaderAdded) {
            note(channel, true, false);
        } else if (change instanceof MessageChange.HeaderRemoved header) {
            note(channel, !header.required(), true);
        } else if (change instanceof MessageChange.HeaderOptionalityChanged header) {
            note(channel, header.required(), !header.required());
        } else if (change instanceof MessageChange.HeaderTypeChanged header) {
            note(channel, !header.reading().breaksForward(), !header.reading().breaksBackward());
        } else if (change instanceof MessageChange.PayloadUndecided open) {
            note(channel, !open.forward(), !open.backward());
        } else if (change instanceof JsonChange.PayloadChanged payload) {
            note(channel, !payload.reading().breaksForward(), !payload.reading().breaksBackward());
        } else if (change instanceof JsonChange.OthersChanged others) {
            // Of a payload, this is known already; of headers, nothing else says it.
            note(channel, !others.reading().breaksForward(), !others.reading().breaksBackward());
        }
    }

    /** All that others have collected too. */
    void add(UpgradeOrders others) {
        others.channels.forEach((channel, reads) -> channels.merge(channel, reads, Directions::and));
    }

    private void note(String channel, boolean forward, boolean backward) {
        channels.merge(channel, new Directions(forward, backward), Directions::and);
    }

    /** Channels where neither direction reads have no order that helps: their findings say so. */
    List<UpgradeOrder> list() {
        List<UpgradeOrder> orders = new ArrayList<>();
        channels.forEach((channel, reads) -> {
            if (reads.forward() && reads.backward()) {
                orders.add(new UpgradeOrder(channel, Order.ANY));
            } else if (reads.backward()) {
                orders.add(new UpgradeOrder(channel, Order.CONSUMERS_FIRST));
            } else if (reads.forward()) {
                orders.add(new UpgradeOrder(channel, Order.PRODUCERS_FIRST));
            }
        });
        return orders;
    }
}

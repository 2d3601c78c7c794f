package org.bells.app;

import org.bells.Ring;

public record Sexton(org.bells.api.RingPublisher publisher) {
    public void ring() {
        publisher.publish(Ring.newBuilder().setTimes(3).build());
    }
}

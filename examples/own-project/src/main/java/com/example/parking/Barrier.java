package com.example.parking;

import com.example.parking.api.EntriesPublisher;
import com.example.parking.events.CarEntered;
import io.tidings.messaging.MessageSink;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Opens for a car, and tells of it through whatever sink it is given: Kafka, an outbox, or memory in a test. */
public final class Barrier {

    private final String garage;
    private final EntriesPublisher entries;
    private final Clock clock;

    public Barrier(String garage, MessageSink sink, Clock clock) {
        this.garage = garage;
        this.entries = new EntriesPublisher(sink);
        this.clock = clock;
    }

    public void open(String plate) {
        entries.publish(garage, new CarEntered(plate, clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .toCompletableFuture()
                .join();
    }
}

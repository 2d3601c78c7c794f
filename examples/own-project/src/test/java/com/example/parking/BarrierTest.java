package com.example.parking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.parking.api.contract.EntriesPublisherContract;
import com.example.parking.events.CarEntered;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.Received;
import java.time.Clock;

/** The document's contract, kept by the barrier: the plugin's goal {@code generate-test} wrote the test that this extends. */
class BarrierTest extends EntriesPublisherContract {

    @Override
    protected void publish(MessageSink sink) {
        new Barrier("north garage", sink, Clock.systemUTC()).open("B-XY 123");
    }

    @Override
    protected void published(Received<String, CarEntered> message) {
        assertEquals("north garage", message.key());
    }
}

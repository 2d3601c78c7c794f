package com.example.bell;

import com.example.bell.counterpart.RingsSubscriber;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.testing.RecordingHandler;
import io.tidings.testing.TidingsExtension;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TidingsExtension.class)
class FirstClientTest {
    @Test
    void aRingIsHeard(KafkaTransport transport) {
        transport.provision(BellChannels.TOPICS);
        RecordingHandler<String> neighbours = new RecordingHandler<>();
        RingsSubscriber.subscribe(transport, "neighbours", neighbours);
        new RingsPublisher(transport.sink()).publish("front door", new Ring(3));
        Assertions.assertEquals(
                new Ring(3), neighbours.await(1, Duration.ofSeconds(30)).get(0).payload());
    }
}

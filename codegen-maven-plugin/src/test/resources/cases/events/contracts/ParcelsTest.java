// keeps
import static org.assertj.core.api.Assertions.assertThat;

import gen.application.ParcelsPublisher;
import gen.application.contract.ParcelsPublisherContract;
import gen.counterpart.ParcelsMessage;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.Received;
import java.util.UUID;
import org.parcels.avro.ParcelDelivered;

/** Publishes as it should. */
public final class ParcelsTest extends ParcelsPublisherContract {

    private final UUID id = UUID.randomUUID();

    @Override
    protected void publish(MessageSink sink) {
        new ParcelsPublisher(sink).publishParcelDelivered(id, new ParcelDelivered(id, "Ann"));
    }

    @Override
    protected void published(Received<UUID, ParcelsMessage> message) {
        assertThat(message.key()).isEqualTo(id);
        assertThat(message.payload()).isInstanceOf(ParcelsMessage.ParcelDelivered.class);
    }
}

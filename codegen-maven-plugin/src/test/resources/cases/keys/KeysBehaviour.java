import static org.assertj.core.api.Assertions.assertThat;

import gen.application.CountReplier;
import gen.application.PublishAlarmsPublisher;
import gen.application.PublishAuditsPublisher;
import gen.application.PublishStockPublisher;
import gen.application.PublishTemperaturesPublisher;
import gen.application.WarehouseChannels;
import gen.application.WarehouseReplicas;
import gen.counterpart.CountRequestor;
import gen.counterpart.PublishAlarmsSubscriber;
import gen.counterpart.PublishAuditsSubscriber;
import gen.counterpart.PublishStockSubscriber;
import gen.counterpart.PublishTemperaturesSubscriber;
import io.tidings.codegen.fake.FakeTransport;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.warehouse.Count;
import org.warehouse.HowMany;
import org.warehouse.Level;
import org.warehouse.Place;

/** What a user does with keys that are more than text. */
public final class KeysBehaviour {

    private static final Place PLACE = new Place("north", 7);

    private final FakeTransport transport = new FakeTransport();

    public void aRecordIsAKey() {
        List<Received<Place, Count>> seen = new ArrayList<>();
        PublishStockSubscriber.subscribe(transport, seen::add);
        PublishStockPublisher stock = new PublishStockPublisher(transport);

        stock.publish(PLACE, new Count(3));
        stock.publishTombstone(PLACE, SendOptions.version(2));

        assertThat(seen).extracting(Received::key).containsExactly(PLACE, PLACE);
        assertThat(seen.get(0).payload()).isEqualTo(new Count(3));
        assertThat(seen.get(1).payload()).isNull();
    }

    public void aKeyMayBearItsSchemasId() {
        List<Object> seen = new ArrayList<>();
        PublishAuditsSubscriber.subscribe(transport, message -> seen.add(message.key()));
        PublishTemperaturesSubscriber.subscribe(transport, message -> seen.add(message.key()));

        new PublishAuditsPublisher(transport).publish(PLACE, new Count(3));
        new PublishTemperaturesPublisher(transport).publish("north", new Count(-4));

        assertThat(seen).containsExactly(PLACE, "north");
    }

    public void anEnumIsAKey() {
        List<Object> seen = new ArrayList<>();
        PublishAlarmsSubscriber.subscribe(transport, message -> seen.add(message.key()));

        new PublishAlarmsPublisher(transport).publish(Level.HIGH, new Count(1));

        assertThat(seen).containsExactly(Level.HIGH);
    }

    public void requestsAndTheirRepliesHaveKeys() throws Exception {
        CountReplier.serve(transport, request -> new Count(request.key().getShelf()));
        try (CountRequestor requestor = CountRequestor.open(transport)) {
            assertThat(requestor.requestAndWait(PLACE, new HowMany("nail"), Duration.ofSeconds(5)))
                    .isEqualTo(new Count(7));
        }
    }

    public void aViewIsKeptByIt() {
        assertThat(WarehouseReplicas.STOCK_VIEW.feeds().get(0).channel()).isEqualTo(WarehouseChannels.STOCK);
        byte[] key = WarehouseChannels.STOCK.keyType().encode(PLACE);
        assertThat(key).isEqualTo(new byte[] {10, 'n', 'o', 'r', 't', 'h', 14});
    }
}

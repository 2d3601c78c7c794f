import static org.assertj.core.api.Assertions.assertThat;

import gen.application.KitchenMessages;
import gen.application.KitchenOrdersMessage;
import gen.application.KitchenOrdersSubscriber;
import gen.application.RingNotifier;
import gen.counterpart.KitchenOrdersNotifier;
import io.tidings.codegen.fake.Arrival;
import io.tidings.codegen.fake.FakeTransport;
import io.tidings.codegen.fake.RecordingSink;
import java.util.ArrayList;
import java.util.List;
import org.kitchen.Order;

/** What a user does with clients for commands. */
public final class CommandsBehaviour {

    public void aNotifierOfOneCommandJustSends() {
        RecordingSink sink = new RecordingSink();
        new RingNotifier(sink).send(new Order("soup"));

        assertThat(sink.last().address()).isEqualTo("kitchen.bell");
        assertThat(sink.last().key()).isNull();
        assertThat(sink.last().type().name()).isEqualTo("ring");
    }

    public void kindsThatShareARecordAreToldApart() {
        FakeTransport transport = new FakeTransport();
        List<String> seen = new ArrayList<>();
        KitchenOrdersSubscriber.subscribe(transport, message -> seen.add(message.payload()
                .match(
                        prepare -> "prepare " + prepare.getDish(),
                        cancel -> "cancel " + cancel.getDish(),
                        unknown -> "unknown")));

        KitchenOrdersNotifier notifier = new KitchenOrdersNotifier(transport.sink());
        notifier.notifyPrepare(new Order("soup"));
        notifier.notifyCancel(new Order("soup"));

        assertThat(seen).containsExactly("prepare soup", "cancel soup");
    }

    public void aSharedRecordOfAnUnknownKindIsUnknown() {
        assertThat(KitchenOrdersMessage.of(Arrival.of(null, KitchenMessages.RING_BELL, new Order("soup"))))
                .isInstanceOf(KitchenOrdersMessage.Unknown.class);
    }
}

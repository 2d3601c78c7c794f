// breaks publishesWhatOthersCanRead: Nothing was published to channel parcelEvents
import gen.application.contract.ParcelsPublisherContract;
import io.tidings.messaging.MessageSink;

/** Forgets to publish. */
public final class SilentParcelsTest extends ParcelsPublisherContract {

    @Override
    protected void publish(MessageSink sink) {
        // nothing
    }
}

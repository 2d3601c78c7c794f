// breaks handlesDepotOpenedTwice: I know it
import gen.application.DepotsHandler;
import gen.application.contract.DepotsHandlerContract;
import java.util.HashSet;
import java.util.Set;
import org.depots.avro.DepotOpened;

/** A handler that does not expect what brokers do. */
public final class DepotsTwiceTest extends DepotsHandlerContract {

    @Override
    protected DepotsHandler handler() {
        Set<DepotOpened> depots = new HashSet<>();
        return message -> {
            if (!depots.add(message.payload())) {
                throw new IllegalStateException("I know it");
            }
        };
    }
}

// keeps
import static org.assertj.core.api.Assertions.assertThat;

import gen.application.DepotsHandler;
import gen.application.contract.DepotsHandlerContract;
import io.tidings.messaging.Received;
import java.util.HashSet;
import java.util.Set;
import org.depots.avro.DepotOpened;

/** A handler that remembers. */
public final class DepotsTest extends DepotsHandlerContract {

    private final Set<DepotOpened> depots = new HashSet<>();

    @Override
    protected DepotsHandler handler() {
        return message -> depots.add(message.payload());
    }

    @Override
    protected void handled(Received<Void, ?> message) {
        assertThat(depots).containsExactly(exampleDepotOpened());
    }
}

package io.tidings.replication.internal.generations;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.internal.driver.Placements;
import io.tidings.replication.internal.driver.Progress;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowEdit;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.ViewDriver;
import java.util.concurrent.CompletionStage;

/** A driver that is not ready yet for a reason of its view's. */
final class HeldDriver implements ViewDriver {

    private final ViewDriver driver;
    private final Readiness notReady = new Readiness();

    HeldDriver(ViewDriver driver) {
        this.driver = driver;
        Throwable failure = driver.readiness().failure();
        if (failure != null) {
            notReady.fail(failure);
        }
    }

    @Override
    public Replica replica() {
        return driver.replica();
    }

    @Override
    public Rows rows() {
        return driver.rows();
    }

    /** What is only followed is held back as well. */
    @Override
    public Placements placements() {
        return new ForwardedPlacements(driver.placements(), followed -> {
            throw new TransientMessagingException("View '" + driver.replica().view() + "' may not answer yet", null);
        });
    }

    @Override
    public Progress progress() {
        return driver.progress();
    }

    @Override
    public Readiness readiness() {
        return notReady;
    }

    @Override
    public boolean changedByEventsAlone() {
        return driver.changedByEventsAlone();
    }

    @Override
    public CompletionStage<Boolean> edit(byte[] key, RowEdit edit) {
        return driver.edit(key, edit);
    }

    @Override
    public void close() {
        driver.close();
    }

    @Override
    public void destroy() {
        driver.destroy();
    }
}

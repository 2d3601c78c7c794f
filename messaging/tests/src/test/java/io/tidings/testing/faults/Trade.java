package io.tidings.testing.faults;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Customers who go on ordering in a thread of their own, in bursts, whatever happens meanwhile; as often as they are let. */
final class Trade implements AutoCloseable {
    private final Customers customers;
    private final int poisonEvery;
    private final int repeats;
    private final Random random;
    private final Semaphore allowed = new Semaphore(0);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<Customers> work;
    private volatile boolean over;

    Trade(Customers customers, int poisonEvery, int repeats, long seed) {
        this.customers = customers;
        this.poisonEvery = poisonEvery;
        this.repeats = repeats;
        this.random = new Random(seed);
        this.work = thread.submit(this::trade);
    }

    private Customers trade() throws InterruptedException {
        while (!over || allowed.availablePermits() > 0) {
            int burst = 1 + random.nextInt(40);
            if (allowed.tryAcquire(burst, 20, TimeUnit.MILLISECONDS)) {
                customers.order(burst, poisonEvery, repeats);
                customers.settle();
            } else {
                int rest = allowed.drainPermits();
                customers.order(rest, poisonEvery, repeats);
                customers.settle();
            }
        }
        return customers;
    }

    void allow(int orders) {
        allowed.release(orders);
    }

    /** Waits until all are sent that were allowed, and it is known of all what became of them. */
    Customers finish(Duration deadline) throws InterruptedException, ExecutionException, TimeoutException {
        over = true;
        return work.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

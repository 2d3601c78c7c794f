package io.tidings.messaging.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.observe.RequestEvent.Stray;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Of the requestors that listen at one address. */
final class RequestMeters {

    final Timer answered;
    final Timer failed;
    final Timer expired;
    final Counter rejected;

    private final Map<Stray, Counter> strays;
    private final Set<Requestor> requestors = ConcurrentHashMap.newKeySet();

    RequestMeters(Registration registration, String replies) {
        this.answered = registration.timer(Measure.REQUEST, "replies", replies, "outcome", "answered");
        this.failed = registration.timer(Measure.REQUEST, "replies", replies, "outcome", "failed");
        this.expired = registration.timer(Measure.REQUEST, "replies", replies, "outcome", "expired");
        this.rejected = registration.counter(Measure.REQUEST_REJECTED, "replies", replies);
        this.strays = Stream.of(Stray.values()).collect(Collectors.toMap(Function.identity(), stray -> {
            String kind = stray.name().toLowerCase(Locale.ROOT);
            return registration.counter(Measure.STRAY, "replies", replies, "kind", kind);
        }));
        registration.gauge(
                Measure.OUTSTANDING,
                () -> requestors.stream().mapToInt(Requestor::outstanding).sum(),
                "replies",
                replies);
        registration.gauge(
                Measure.CIRCUITS,
                () -> requestors.stream()
                        .mapToInt(requestor -> requestor.openCircuits().size())
                        .sum(),
                "replies",
                replies);
    }

    void add(Requestor requestor) {
        requestors.add(requestor);
    }

    void remove(Requestor requestor) {
        requestors.remove(requestor);
    }

    void stray(Stray stray) {
        Counter counter = strays.get(stray);
        if (counter != null) {
            counter.increment();
        }
    }
}

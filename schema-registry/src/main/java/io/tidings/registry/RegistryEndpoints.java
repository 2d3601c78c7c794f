package io.tidings.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The registry's URLs: a call goes to the first that answers, and one that fails goes to the back. */
final class RegistryEndpoints {

    private final RegistryExchange exchange;
    private final Credentials credentials;
    private volatile List<RegistryEndpoint> order;

    RegistryEndpoints(RegistrySettings settings, HttpCalls http, Credentials credentials) {
        this.exchange = new RegistryExchange(http, credentials);
        this.credentials = credentials;
        this.order = settings.urls().stream()
                .map(url -> new RegistryEndpoint(url, settings))
                .toList();
    }

    /**
     * Asks one after the other until one answers.
     *
     * @throws RegistryException a definite answer of another kind, or the last failure after all failed
     */
    <A> A ask(RegistryRequest request, Function<AnswerFields, A> reader, Deadline deadline) {
        // Before any URL is asked: where tokens come from is no business of the registry's.
        String authorization = credentials.authorization(deadline);
        try {
            return ask(request, authorization, reader, deadline);
        } catch (UnauthorizedException e) {
            // A token may end before its time.
            if (e.status() != 401 || !credentials.renew(authorization)) {
                throw e;
            }
        }
        return ask(request, credentials.authorization(deadline), reader, deadline);
    }

    private <A> A ask(
            RegistryRequest request,
            @Nullable String authorization,
            Function<AnswerFields, A> reader,
            Deadline deadline) {
        List<RegistryEndpoint> endpoints = order;
        List<RegistryException> failures = new ArrayList<>();
        for (int i = 0; i < endpoints.size(); i++) {
            RegistryEndpoint endpoint = endpoints.get(i);
            // A URL that swallows packets must leave time for the others.
            long others =
                    endpoints.stream().skip(i + 1L).filter(next -> !next.open()).count();
            if (!endpoint.permits()) {
                failures.add(endpoint.leftAlone(request.subject()));
                continue;
            }
            long share = deadline.nanos() / (others + 1);
            try {
                A answer = exchange.ask(endpoint.base(), request, authorization, reader, Deadline.in(share));
                endpoint.answered();
                return answer;
            } catch (RegistryException e) {
                if (definite(e)) {
                    endpoint.answered();
                    throw e;
                }
                endpoint.failed(e, share);
                if (e instanceof RegistryClosedException
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                toTheBack(endpoint);
                failures.add(e);
            } catch (RuntimeException | Error e) {
                // A bug of ours, and none of the registry's.
                endpoint.answered();
                throw e;
            }
        }
        throw worst(failures);
    }

    /** The certificate of one URL says nothing of the next one's; everything else that is not retryable is an answer. */
    private static boolean definite(RegistryException e) {
        return !(e.retryable() || e instanceof RegistryTlsException || e instanceof RegistryClosedException);
    }

    private synchronized void toTheBack(RegistryEndpoint endpoint) {
        List<RegistryEndpoint> changed = new ArrayList<>(order);
        changed.remove(endpoint);
        changed.add(endpoint);
        order = List.copyOf(changed);
    }

    /** What happened now says more than that a URL was left alone, and the last failure is as good as the others. */
    private static RegistryException worst(List<RegistryException> failures) {
        RegistryException chosen = failures.get(failures.size() - 1);
        for (RegistryException failure : failures) {
            chosen = RegistryProxy.leftAlone(chosen) ? failure : chosen;
        }
        for (RegistryException failure : failures) {
            if (!failure.equals(chosen)) {
                chosen.addSuppressed(failure);
            }
        }
        return chosen;
    }
}

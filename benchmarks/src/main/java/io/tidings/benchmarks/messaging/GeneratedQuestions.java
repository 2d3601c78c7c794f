package io.tidings.benchmarks.messaging;

import com.example.shop.Purchase;
import io.tidings.benchmarks.api.AnswerReplier;
import io.tidings.benchmarks.api.AskRequestor;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.kafka.KafkaTransport;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The generated requestor and replier, each with a transport of its own, as two services have. */
final class GeneratedQuestions implements Questions {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaTransport replying;
    private final KafkaTransport asking;
    private final AskRequestor requestor;

    GeneratedQuestions(Map<String, String> settings) throws InterruptedException {
        this.replying = KafkaTransport.connect(settings);
        this.asking = KafkaTransport.connect(settings);
        Subscription replier = AnswerReplier.subscribe(
                replying,
                "replier-" + UUID.randomUUID(),
                AnswerReplier.replying(question -> Objects.requireNonNull(question.payload()), replying.sink()));
        if (!replier.awaitReady(PATIENCE)) {
            throw new IllegalStateException("The replier was given no partition");
        }
        this.requestor = AskRequestor.open(asking);
    }

    @Override
    public Purchase ask(String key, Purchase question) throws Exception {
        return requestor.requestAndWait(key, question, PATIENCE);
    }

    @Override
    public void close() {
        requestor.close();
        asking.close();
        replying.close();
    }
}

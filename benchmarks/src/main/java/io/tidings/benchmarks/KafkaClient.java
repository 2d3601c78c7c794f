package io.tidings.benchmarks;

/** One way to send orders to a topic, and to receive them. For one thread. */
public interface KafkaClient {

    /** Where its messages go, and no other's. */
    String topic();

    /** Sends so many orders. */
    Turn produce(int count) throws Exception;

    /** Receives so many orders from the topic's beginning. */
    Turn consume(int count) throws Exception;
}

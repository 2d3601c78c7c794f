package io.tidings.messaging;

/**
 * Where messages flow, as a generated client knows it.
 *
 * @param name its name in the document
 * @param address the Kafka topic
 * @param keyType how its keys travel
 */
public record Channel<K>(String name, String address, KeyType<K> keyType) {}

package io.tidings.benchmarks.messaging;

import com.example.shop.Purchase;

/** Somebody who can be asked, and answers with what it was asked. Safe for use by several threads. */
interface Questions extends AutoCloseable {

    Purchase ask(String key, Purchase question) throws Exception;

    @Override
    void close();
}

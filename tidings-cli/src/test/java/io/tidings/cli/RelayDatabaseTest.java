package io.tidings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;

class RelayDatabaseTest {
    private static PGSimpleDataSource source(String url) {
        RelayDatabase database = CommandLine.populateCommand(new RelayDatabase(), "--jdbc-url", url);
        return (PGSimpleDataSource) database.source();
    }

    @Test
    void aNetworkThatSaysNothingIsNotWaitedForForEver() {
        assertThat(source("jdbc:postgresql://db:5432/shop").getSocketTimeout()).isEqualTo(60);
    }

    @Test
    void unlessTheUrlSaysHowLong() {
        assertThat(source("jdbc:postgresql://db:5432/shop?socketTimeout=0").getSocketTimeout())
                .isZero();
        assertThat(source("jdbc:postgresql://db:5432/shop?ssl=true&socketTimeout=7")
                        .getSocketTimeout())
                .isEqualTo(7);
    }
}

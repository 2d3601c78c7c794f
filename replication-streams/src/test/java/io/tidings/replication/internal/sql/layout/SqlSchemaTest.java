package io.tidings.replication.internal.sql.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.KeyType;
import io.tidings.messaging.jdbc.layout.Layout;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SqlSchemaTest {

    @Test
    void aViewIsATableWithTypedColumns() {
        SqlSchema schema = of("""
                {"type":"record","name":"Meal","fields":[
                  {"name":"title","type":"string"},
                  {"name":"priceInCent","type":"int"},
                  {"name":"soldAt","type":["null",{"type":"long","logicalType":"timestamp-millis"}]},
                  {"name":"tags","type":{"type":"array","items":"string"}}]}""", List.of(new SqlIndex("title", false), new SqlIndex("tag", true)));

        assertThat(schema.ddl()).isEqualTo("""
                CREATE TABLE IF NOT EXISTS orders_meal_view_1a2b3c4d (
                    tidings_key bytea NOT NULL PRIMARY KEY,
                    tidings_state text NOT NULL,
                    tidings_version bigint NOT NULL,
                    tidings_since timestamptz NOT NULL,
                    tidings_parked text,
                    tidings_row bytea NOT NULL,
                    key text,
                    title text,
                    price_in_cent integer,
                    sold_at timestamptz,
                    tags jsonb,
                    tidings_by_title bytea,
                    tidings_by_tag bytea[]
                );
                CREATE INDEX IF NOT EXISTS orders_meal_view_1a2b3c4d_graves ON orders_meal_view_1a2b3c4d (tidings_key) WHERE tidings_state = 'grave';
                CREATE INDEX IF NOT EXISTS orders_meal_view_1a2b3c4d_parked ON orders_meal_view_1a2b3c4d (tidings_key) WHERE tidings_parked IS NOT NULL;
                CREATE INDEX IF NOT EXISTS orders_meal_view_1a2b3c4d_key ON orders_meal_view_1a2b3c4d (key);
                CREATE INDEX IF NOT EXISTS orders_meal_view_1a2b3c4d_by_title ON orders_meal_view_1a2b3c4d (tidings_by_title);
                CREATE INDEX IF NOT EXISTS orders_meal_view_1a2b3c4d_by_tag ON orders_meal_view_1a2b3c4d USING gin (tidings_by_tag);
                COMMENT ON TABLE orders_meal_view_1a2b3c4d IS 'Rows of the replica MealView, kept by Tidings, layout 1';
                """);
        assertThat(schema.viewDdl())
                .isEqualTo("VIEW meal_view AS SELECT key, title, price_in_cent, sold_at, tags,"
                        + " tidings_version, tidings_since, tidings_parked FROM orders_meal_view_1a2b3c4d"
                        + " WHERE tidings_state = 'live'");
    }

    @Test
    void namesAreUniqueQuotedWhereTheyMustBeAndNoLongerThanPostgresKeepsThem() {
        String tooLong = "aVeryLongNameThatNobodyWouldLikeToWriteInAnyStatementButThatAvroAllows";
        SqlSchema schema = of("""
                {"type":"record","name":"Odd","fields":[
                  {"name":"order","type":"string"},
                  {"name":"deliveryTime","type":"string"},
                  {"name":"delivery_time","type":"string"},
                  {"name":"key","type":"string"},
                  {"name":"tidings_key","type":"string"},
                  {"name":"HTTPStatus","type":"string"},
                  {"name":"%1$s1","type":"string"},
                  {"name":"%1$s2","type":"string"}]}""".formatted(tooLong), List.of());

        List<String> names =
                schema.columns().stream().skip(6).map(SqlColumn::quoted).toList();
        assertThat(names)
                .startsWith(
                        "key_2", "\"order\"", "delivery_time", "delivery_time_2", "key", "tidings_key_2", "http_status")
                .doesNotHaveDuplicates()
                .allMatch(name -> name.length() <= 63);
        assertThat(Layout.read(schema.ddl()).tables()).hasSize(1);
    }

    @Test
    void aKeyOfSeveralFieldsIsSeveralColumns() {
        SqlNames names = new SqlNames();

        assertThat(RowColumns.ofKey(KeyType.UUID, names).columns()).containsExactly(new SqlColumn("key", SqlType.UUID));
        assertThat(RowColumns.ofKey(KeyType.LONG, names).columns())
                .containsExactly(new SqlColumn("key_2", SqlType.BIGINT));
        assertThat(RowColumns.ofRecord(new Schema.Parser().parse("""
                                        {"type":"record","name":"K","fields":[
                                          {"name":"tenant","type":"string"},{"name":"orderId","type":"long"}]}"""), "key_", names)
                        .columns())
                .extracting(SqlColumn::name)
                .containsExactly("key_tenant", "key_order_id");
    }

    private static SqlSchema of(String row, List<SqlIndex> indexes) {
        return SqlSchema.of(
                "MealView", "orders-MealView-1a2b3c4d", KeyType.STRING, new Schema.Parser().parse(row), indexes);
    }
}

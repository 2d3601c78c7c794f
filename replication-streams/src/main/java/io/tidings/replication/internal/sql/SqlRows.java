package io.tidings.replication.internal.sql;

import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.KeyOrder;
import io.tidings.replication.internal.driver.Rows;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows, whichever instance wrote them. Many are read a page at a time, so that no transaction stays open for as long as a
 * visitor takes. Safe for use by several threads.
 */
final class SqlRows implements Rows {

    private static final int PAGE = 1_000;
    private static final int NO_INDEX = -1;
    private static final byte[] FIRST = {};

    private final String doing;
    private final Database database;
    private final RowsTable rows;
    private final KeyOrder order;

    SqlRows(String view, Database database, RowsTable rows, KeyOrder order) {
        this.doing = "Reading view '" + view + "'";
        this.database = database;
        this.rows = rows;
        this.order = order;
    }

    @Override
    public Optional<Row> get(byte[] key) {
        byte[] kept = order.kept(key);
        return database.read(doing, connection -> rows.get(connection, kept));
    }

    @Override
    public void forEach(BiPredicate<byte[], Row> visitor) {
        visit(FIRST, null, NO_INDEX, null, visitor);
    }

    @Override
    public void range(byte @Nullable [] from, byte @Nullable [] to, BiPredicate<byte[], Row> visitor) {
        visit(from == null ? FIRST : order.kept(from), to == null ? null : order.kept(to), NO_INDEX, null, visitor);
    }

    @Override
    public void byIndex(IndexEntry entry, BiPredicate<byte[], Row> visitor) {
        visit(FIRST, null, entry.index(), entry.value(), visitor);
    }

    private void visit(
            byte[] first, byte @Nullable [] to, int index, byte @Nullable [] entry, BiPredicate<byte[], Row> visitor) {
        byte[] from = first;
        boolean inclusive = true;
        while (true) {
            byte[] begin = from;
            boolean including = inclusive;
            List<RowsTable.Kept> page =
                    database.read(doing, connection -> rows.page(connection, begin, including, to, index, entry, PAGE));
            for (RowsTable.Kept kept : page) {
                if (!visitor.test(order.travelled(kept.key()), kept.row())) {
                    return;
                }
            }
            if (page.size() < PAGE) {
                return;
            }
            from = page.get(PAGE - 1).key();
            inclusive = false;
        }
    }
}

package io.windrow.ledger;

import io.windrow.view.Group;
import io.windrow.view.Row;
import java.util.List;
import java.util.function.Supplier;

/**
 * One group of a window that a closing closes.
 *
 * @param closesAt the watermark at which it closes
 * @param rows finds those that hold its events, as long as nothing more is read
 */
record DueWindow(long start, long end, long closesAt, Group group, Supplier<List<Row>> rows) {}

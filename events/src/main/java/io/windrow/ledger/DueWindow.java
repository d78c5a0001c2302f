package io.windrow.ledger;

import io.windrow.view.Group;
import io.windrow.view.Row;
import java.util.List;

/**
 * One group of a window that a closing closes.
 *
 * @param closesAt the watermark at which it closes
 * @param rows of the log that hold its events
 */
record DueWindow(long start, long end, long closesAt, Group group, List<Row> rows) {}

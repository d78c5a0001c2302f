package io.windrow.ledger;

import io.windrow.view.Group;
import io.windrow.view.Row;

/**
 * One group of a window that a closing closes.
 *
 * @param closesAt the watermark at which it closes
 * @param row of all its events
 */
record DueWindow(long start, long end, long closesAt, Group group, Row row) {}

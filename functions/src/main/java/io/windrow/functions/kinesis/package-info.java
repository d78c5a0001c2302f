/** Kinesis as the handlers meet it: the envelope of a batch, KPL aggregates, the stream itself. */
@NullMarked
package io.windrow.functions.kinesis;

import org.jspecify.annotations.NullMarked;

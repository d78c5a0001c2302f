package io.windrow.contract;

import io.windrow.record.StreamRecord;

/**
 * A record, or one event of a record that holds several, with all that is known of it before the
 * watermark has its say.
 */
public record Judged(StreamRecord record, Judgement judgement) {}

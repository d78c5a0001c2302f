package io.windrow.ledger;

import io.windrow.contract.Judgement;
import io.windrow.record.StreamRecord;

/** A record with all that is known of it before the watermark has its say. */
record Judged(StreamRecord record, Judgement judgement) {}

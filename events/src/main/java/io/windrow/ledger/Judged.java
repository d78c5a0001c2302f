package io.windrow.ledger;

import io.windrow.contract.Reason;
import io.windrow.record.Event;
import io.windrow.record.StreamRecord;

/** A record with all that is known of it before the watermark has its say. */
sealed interface Judged {
  StreamRecord record();

  record Refused(StreamRecord record, Reason reason) implements Judged {}

  record Unwanted(StreamRecord record, Event event) implements Judged {}

  record Ready(StreamRecord record, Event event) implements Judged {}
}

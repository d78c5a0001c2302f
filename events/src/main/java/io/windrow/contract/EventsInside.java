package io.windrow.contract;

import io.windrow.contract.EventReader.Fields;
import io.windrow.contract.EventReader.Unread;
import io.windrow.record.Expansion;
import io.windrow.record.StreamRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one record, taken out one by one for as long as they come to no more than may be.
 */
final class EventsInside {
  private final StreamRecord record;
  private final int each;
  private final Expansion expansion = new Expansion();
  private final List<byte[]> own = new ArrayList<>();
  private final List<Fields> fields = new ArrayList<>();

  EventsInside(StreamRecord record) {
    this.record = record;
    this.each = Expansion.PART + record.partitionKey().getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Adds the next event.
   *
   * @param bytes of its own, as quarantine keeps it
   */
  void add(byte[] bytes, Fields read) throws RejectedException {
    if (!expansion.add(each + bytes.length)) {
      throw tooMuch();
    }
    own.add(bytes);
    fields.add(read);
  }

  /** The rejection of a record that comes to too much. */
  static RejectedException tooMuch() {
    return new RejectedException(Reason.of("record.expansion"));
  }

  List<Unread> all() {
    List<Unread> events = new ArrayList<>(own.size());
    for (int i = 0; i < own.size(); i++) {
      boolean isLast = i == own.size() - 1;
      events.add(new Unread(record.event(i + 1, own.get(i), isLast), fields.get(i)));
    }
    return events;
  }
}

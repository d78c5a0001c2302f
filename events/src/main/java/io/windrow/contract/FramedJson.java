package io.windrow.contract;

import io.windrow.record.StreamRecord;
import java.util.List;

/** Reads records that hold several events, each of them a text of JSON. */
record FramedJson(Framing framing, RecordReader json) implements EventReader {

  @Override
  public List<Unread> events(StreamRecord record) throws RejectedException {
    EventsInside inside = new EventsInside(record);
    framing.takeOut(record.data(), text -> inside.add(text, () -> json.read(text)));
    return inside.all();
  }
}

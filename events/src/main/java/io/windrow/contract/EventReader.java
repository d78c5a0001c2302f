package io.windrow.contract;

import io.windrow.record.StreamRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the events that a record holds, as its format has it. */
public interface EventReader {

  /**
   * The events of a record in order, not read yet; none if it holds none.
   *
   * @throws RejectedException when the record as a whole is none of the format, or when its events
   *     come to more than {@link io.windrow.record.Expansion#LIMIT}
   */
  List<Unread> events(StreamRecord record) throws RejectedException;

  /**
   * One event.
   *
   * @param record the record itself, if it is one event; else {@link StreamRecord#event one of its}
   */
  record Unread(StreamRecord record, Fields fields) {}

  /** The fields of one event. */
  interface Fields {

    /**
     * Reads them, into a map that is the caller's to change.
     *
     * @throws RejectedException when they can't be read, or don't meet the contract
     */
    Map<String, @Nullable Object> read() throws RejectedException;
  }
}

package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.record.StreamRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads records that are JSON objects, into fields that meet the contract. */
public final class RecordReader implements EventReader {
  private final JsonDecoder decoder = new JsonDecoder();
  private final Contract contract;
  private final Optional<FlatContract> flat;

  private RecordReader(Contract contract, Optional<FlatContract> flat) {
    this.contract = contract;
    this.flat = flat;
  }

  /**
   * A reader of JSON.
   *
   * @param contract its schema, read with decimals, not doubles
   * @param read the top-level fields that anybody asks for; empty if that may be any. Others may be
   *     left out
   */
  public static RecordReader ofJson(JsonNode contract, Optional<Set<String>> read) {
    return new RecordReader(Contract.of(contract), FlatContract.of(contract, read));
  }

  /** A reader of records that hold any number of such objects, {@link JsonObjects as it says}. */
  public EventReader ofObjects() {
    return new FramedJson(new JsonObjects(), this);
  }

  /** A reader of {@link CloudWatchLogs the envelopes} of CloudWatch Logs. */
  public EventReader ofCloudWatchLogs() {
    return new FramedJson(new CloudWatchLogs(), this);
  }

  @Override
  public List<Unread> events(StreamRecord record) {
    return List.of(new Unread(record, () -> read(record.data())));
  }

  /**
   * The fields of an object, in a map that is the caller's to change.
   *
   * @throws RejectedException as {@link JsonDecoder} and {@link Contract} reject
   */
  Map<String, @Nullable Object> read(byte[] payload) throws RejectedException {
    Map<String, @Nullable Object> certain = flat.isEmpty() ? null : flat.get().read(payload);
    return certain == null ? readStepByStep(payload) : certain;
  }

  private Map<String, @Nullable Object> readStepByStep(byte[] payload) throws RejectedException {
    Map<String, @Nullable Object> fields = decoder.decode(payload);
    contract.check(fields);
    return fields;
  }
}

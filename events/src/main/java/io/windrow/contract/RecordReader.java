package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the payloads of records into fields that meet the contract. */
public final class RecordReader {
  private final Decoder decoder;
  private final Contract contract;
  private final Optional<FlatContract> flat;

  private RecordReader(Decoder decoder, Contract contract, Optional<FlatContract> flat) {
    this.decoder = decoder;
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
    return new RecordReader(
        new JsonDecoder(), Contract.of(contract), FlatContract.of(contract, read));
  }

  /** A reader of another format. */
  public static RecordReader of(Decoder decoder, JsonNode contract) {
    return new RecordReader(decoder, Contract.of(contract), Optional.empty());
  }

  /**
   * The fields of a record, in a map that is the caller's to change.
   *
   * @throws RejectedException as the decoder and {@link Contract} reject
   */
  public Map<String, @Nullable Object> read(byte[] payload) throws RejectedException {
    Map<String, @Nullable Object> certain = flat.isEmpty() ? null : flat.get().read(payload);
    return certain == null ? readStepByStep(payload) : certain;
  }

  private Map<String, @Nullable Object> readStepByStep(byte[] payload) throws RejectedException {
    Map<String, @Nullable Object> fields = decoder.decode(payload);
    contract.check(fields);
    return fields;
  }
}

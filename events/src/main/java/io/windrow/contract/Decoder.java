package io.windrow.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes the fields of an event of a record's payload. */
public interface Decoder {

  /** The fields, in a map that is the caller's to change. */
  Map<String, @Nullable Object> decode(byte[] payload) throws RejectedException;
}

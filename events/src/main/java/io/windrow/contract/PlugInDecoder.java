package io.windrow.contract;

import io.windrow.plugin.DecoderPlugIn;
import io.windrow.plugin.EventValues;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decoder of a plug-in; whatever it throws rejects the one record, with {@code format.NAME}. */
public record PlugInDecoder(DecoderPlugIn plugIn) implements Decoder {

  @Override
  public Map<String, @Nullable Object> decode(byte[] payload) throws RejectedException {
    try {
      return EventValues.fields(plugIn.decode(payload));
    } catch (Exception | StackOverflowError | LinkageError e) {
      throw new RejectedException(Reason.of("format." + plugIn.name()), e);
    }
  }
}

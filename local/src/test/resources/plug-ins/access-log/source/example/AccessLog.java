package example;

import io.windrow.plugin.DecoderPlugIn;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Lines of a web server: a time, a path, a status and milliseconds. */
public final class AccessLog implements DecoderPlugIn {
  @Override
  public String name() {
    return "access-log";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Map<String, Object> decode(byte[] payload) {
    String[] words = new String(payload, StandardCharsets.UTF_8).split(" ");
    return Map.of(
        "at", words[0],
        "path", words[1],
        "status", Integer.valueOf(words[2]),
        "millis", new BigDecimal(words[3]));
  }
}

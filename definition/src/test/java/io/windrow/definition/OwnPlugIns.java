package io.windrow.definition;

import io.windrow.aggregate.Aggregate;
import io.windrow.aggregate.AggregatePlugIn;
import io.windrow.aggregate.Signature;
import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.plan.PlugIns;
import io.windrow.plugin.DecoderPlugIn;
import io.windrow.plugin.EnrichmentPlugIn;
import io.windrow.plugin.FunctionPlugIn;
import io.windrow.plugin.ValueType;
import io.windrow.record.Position;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plug-in of each kind; each fails on some input, so that tests see what becomes of it. */
final class OwnPlugIns {
  private OwnPlugIns() {}

  static PlugIns ofVersion(String version) {
    return new PlugIns(
        Map.of("pairs", new Pairs(version)),
        Map.of("regions", new Regions(version)),
        Map.of("longest", new Longest(version)),
        Map.of("initial", new Initial(version)));
  }

  /** {@code ad_id=a1&event_type=view}; numbers are whole. */
  record Pairs(String version) implements DecoderPlugIn {
    @Override
    public String name() {
      return "pairs";
    }

    @Override
    public Map<String, ? extends @Nullable Object> decode(byte[] payload) {
      Map<String, Object> fields = new LinkedHashMap<>();
      for (String pair : new String(payload, StandardCharsets.UTF_8).split("&", -1)) {
        String value = pair.substring(pair.indexOf('=') + 1);
        fields.put(
            pair.substring(0, pair.indexOf('=')),
            value.matches("[0-9]+") ? (Object) Integer.valueOf(value) : value);
      }
      return fields;
    }
  }

  /** The region of a country of two letters. */
  record Regions(String version) implements EnrichmentPlugIn {
    @Override
    public String name() {
      return "regions";
    }

    @Override
    public Set<String> columns() {
      return Set.of("region", "area");
    }

    @Override
    public @Nullable Map<String, ? extends @Nullable Object> row(Object key) {
      if (key.equals("atlantis")) {
        throw new IllegalStateException("not found on any map: " + key);
      }
      return key.equals("de") ? Map.of("region", "emea", "area", 357_592.5) : null;
    }
  }

  /** The greatest length of a text. */
  record Longest(String version) implements AggregatePlugIn {
    @Override
    public Signature signature() {
      return new Signature("longest", 1, 1, Set.of("string", "dyn"), "longest(text)");
    }

    @Override
    public Aggregate<?> aggregate() {
      return new LongestText();
    }
  }

  private static final class LongestText implements Aggregate<long[]> {
    @Override
    public long[] create() {
      return new long[1];
    }

    @Override
    public void accumulate(
        long[] state, List<@Nullable Object> arguments, long time, Position position) {
      if (arguments.get(0) instanceof String text) {
        state[0] = Math.max(state[0], text.length() / (text.startsWith("zero") ? 0 : 1));
      }
    }

    @Override
    public void combine(long[] into, long[] from) {
      into[0] = Math.max(into[0], from[0]);
    }

    @Override
    public Object finish(long[] state) {
      return state[0];
    }

    @Override
    public void encode(long[] state, BinaryWriter out) {
      out.writeLong(state[0]);
    }

    @Override
    public long[] decode(BinaryReader in) {
      return new long[] {in.readLong()};
    }
  }

  /** The first letter of a text; of an empty one it fails. */
  record Initial(String version) implements FunctionPlugIn {
    @Override
    public String name() {
      return "initial";
    }

    @Override
    public List<ValueType> parameters() {
      return List.of(ValueType.STRING);
    }

    @Override
    public ValueType result() {
      return ValueType.STRING;
    }

    @Override
    public @Nullable Object call(List<@Nullable Object> arguments) {
      return String.valueOf(arguments.get(0)).substring(0, 1);
    }
  }
}

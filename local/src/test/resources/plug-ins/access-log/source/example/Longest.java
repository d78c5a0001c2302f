package example;

import io.windrow.aggregate.Aggregate;
import io.windrow.aggregate.AggregatePlugIn;
import io.windrow.aggregate.Signature;
import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
import java.util.List;
import java.util.Set;

/** The length of the longest text. */
public final class Longest implements AggregatePlugIn {
  @Override
  public String version() {
    return "1";
  }

  @Override
  public Signature signature() {
    return new Signature("longest", 1, 1, Set.of("string"), "longest(text)");
  }

  @Override
  public Aggregate<?> aggregate() {
    return new Length();
  }

  private static final class Length implements Aggregate<long[]> {
    @Override
    public long[] create() {
      return new long[1];
    }

    @Override
    public void accumulate(long[] state, List<Object> arguments, long time, Position position) {
      if (arguments.get(0) != null) {
        state[0] = Math.max(state[0], ((String) arguments.get(0)).length());
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
}

package io.windrow.functions.dynamodb;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.functions.dynamodb.StateTable.Condition;
import io.windrow.ledger.Marker;
import io.windrow.ledger.Marker.Attempt;
import io.windrow.ledger.Markers;
import io.windrow.record.Position;
import io.windrow.window.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The markers of one pipeline in the state table: an item a shard, replaced as a whole. */
public final class DynamoMarkers implements Markers {
  private static final String MARKER = "marker";
  private static final String AS_EXPECTED = "marker = :expected";

  /** For people; nothing of ours reads it. */
  private static final String ATTEMPTS = "attempts";

  private final StateTable table;
  private final StateKeys keys;

  public DynamoMarkers(DynamoDbClient client, String table, String pipeline) {
    this.table = new StateTable(client, table);
    this.keys = new StateKeys(pipeline);
  }

  @Override
  public Marker read(String shard) {
    return table
        .get(keys.marker(shard), 0)
        .map(item -> decode(item.bytes(MARKER)))
        .orElse(Marker.NONE);
  }

  /** One that has vanished is as {@link Marker#NONE}, which may lie there too. */
  @Override
  public boolean replace(String shard, Marker expected, Marker next, long at) {
    Map<String, AttributeValue> item =
        new ItemBuilder(keys.marker(shard), 0)
            .bytes(MARKER, encode(next))
            .texts(ATTEMPTS, next.attempts().stream().map(DynamoMarkers::readable).toList())
            .number(TableSchemas.EXPIRES, at / 1000)
            .build();
    Map<String, AttributeValue> values =
        Map.of(":expected", AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(encode(expected))));
    return table.putIf(
        item,
        expected.equals(Marker.NONE)
            ? Condition.noneThereOr(AS_EXPECTED, values)
            : Condition.there(AS_EXPECTED, values));
  }

  private static String readable(Attempt attempt) {
    return "%s to %s until %s"
        .formatted(attempt.from(), attempt.to(), Timestamps.iso(attempt.endsAt()));
  }

  private static byte[] encode(Marker marker) {
    BinaryWriter out = new BinaryWriter();
    out.writeLong(marker.attempts().size());
    for (Attempt attempt : marker.attempts()) {
      out.writeString(attempt.token());
      attempt.from().encode(out);
      attempt.to().encode(out);
      out.writeLong(attempt.endsAt());
    }
    Position folded = marker.folded();
    out.writeLong(folded == null ? 0 : 1);
    if (folded != null) {
      folded.encode(out);
    }
    return out.toBytes();
  }

  private static Marker decode(byte[] encoded) {
    BinaryReader in = new BinaryReader(encoded);
    List<Attempt> attempts = new ArrayList<>();
    for (int count = in.readCount(); count > 0; count--) {
      attempts.add(
          new Attempt(in.readString(), Position.decode(in), Position.decode(in), in.readLong()));
    }
    @Nullable Position folded = in.readCount() == 0 ? null : Position.decode(in);
    return new Marker(attempts, folded);
  }
}

package io.windrow.ledger;

import io.windrow.contract.Reason;
import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record kept whole, to be filed in quarantine: rejected, or late for some views or all.
 *
 * @param reason why it was rejected; null if it was late
 * @param views those for which it counted nothing: all of them if it was rejected
 * @param verdict {@code rejected}, {@code late}, or {@code accepted} when only some views missed it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Kept(
    Position position,
    String partitionKey,
    long arrival,
    String verdict,
    @Nullable Reason reason,
    List<String> views,
    byte[] payload) {
  public static final String REJECTED = "rejected";
  public static final String LATE = "late";
  public static final String ACCEPTED = "accepted";

  public Kept {
    views = List.copyOf(views);
  }

  /** The code that it is filed under: that of its reason, or {@code late}. */
  String code() {
    return reason == null ? LATE : reason.code();
  }

  void encode(BinaryWriter out) {
    position.encode(out);
    out.writeString(partitionKey);
    out.writeLong(arrival);
    out.writeString(verdict);
    out.writeString(reason == null ? "" : reason.code());
    out.writeString(reason == null ? "" : reason.pointer());
    out.writeLong(views.size());
    views.forEach(out::writeString);
    out.writeBytes(payload);
  }

  /** Reads what {@link #encode} wrote. */
  static Kept decode(BinaryReader in) {
    Position position = Position.decode(in);
    String partitionKey = in.readString();
    long arrival = in.readLong();
    String verdict = in.readString();
    String code = in.readString();
    String pointer = in.readString();
    List<String> views = new ArrayList<>();
    for (int count = in.readCount(); count > 0; count--) {
      views.add(in.readString());
    }
    Reason reason = code.isEmpty() ? null : new Reason(code, pointer);
    return new Kept(position, partitionKey, arrival, verdict, reason, views, in.readBytes());
  }
}

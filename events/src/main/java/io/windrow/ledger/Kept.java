package io.windrow.ledger;

import io.windrow.contract.Reason;
import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record kept whole, or an event of a record that holds several, to be filed in quarantine:
 * rejected, or late for some views or all.
 *
 * @param reason why it was rejected; null if it was late
 * @param views those for which it counted nothing: all of them if it was rejected
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Kept(
    Position position,
    String partitionKey,
    long arrival,
    Verdict verdict,
    @Nullable Reason reason,
    List<String> views,
    byte[] payload) {

  /** Those verdicts of which something is kept. */
  public enum Verdict {
    REJECTED("rejected"),
    LATE("late"),
    /** Late for some views, and not for others. */
    ACCEPTED("accepted");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    /** The verdict as it is stored and shown. */
    public String text() {
      return text;
    }

    private static Verdict of(String text) {
      return Arrays.stream(values())
          .filter(verdict -> verdict.text.equals(text))
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException("no verdict of which records are kept: " + text));
    }
  }

  public Kept {
    views = List.copyOf(views);
  }

  /** The code that it is filed under: that of its reason, or {@code late}. */
  public String code() {
    return reason == null ? Verdict.LATE.text() : reason.code();
  }

  /** About how many bytes its encoding takes, at most. */
  long size() {
    long texts = partitionKey.length();
    texts += reason == null ? 0 : reason.toString().length() + reason.detail().length();
    for (String view : views) {
      texts += view.length() + 1;
    }
    return payload.length + position.size() + 3 * texts + 32;
  }

  void encode(BinaryWriter out) {
    position.encode(out);
    out.writeString(partitionKey);
    out.writeLong(arrival);
    out.writeString(verdict.text());
    out.writeString(reason == null ? "" : reason.code());
    out.writeString(reason == null ? "" : reason.pointer());
    out.writeString(reason == null ? "" : reason.detail());
    out.writeLong(views.size());
    views.forEach(out::writeString);
    out.writeBytes(payload);
  }

  /** Reads what {@link #encode} wrote. */
  static Kept decode(BinaryReader in) {
    Position position = Position.decode(in);
    String partitionKey = in.readString();
    long arrival = in.readLong();
    Verdict verdict = Verdict.of(in.readString());
    String code = in.readString();
    String pointer = in.readString();
    String detail = in.readString();
    List<String> views = new ArrayList<>();
    for (int count = in.readCount(); count > 0; count--) {
      views.add(in.readString());
    }
    Reason reason = code.isEmpty() ? null : new Reason(code, pointer, detail);
    return new Kept(position, partitionKey, arrival, verdict, reason, views, in.readBytes());
  }
}

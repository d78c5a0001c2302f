package io.windrow.ledger;

import io.windrow.contract.Reason;
import io.windrow.record.Position;
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
}

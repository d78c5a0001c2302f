package io.windrow.ledger;

import io.windrow.ledger.Loss.Cause;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pipeline's state belongs to. One that was deleted and made anew, or restored, is another.
 *
 * @param stream of the stream that is read, empty while it is not known
 * @param state of the table that the state is kept in, empty while it is not known
 */
public record Identity(String stream, String state) {

  /** Of a pipeline that has not said yet what it belongs to. */
  public static final Identity UNKNOWN = new Identity("", "");

  /** What of this was replaced, by what is there now. */
  List<Cause> replacedBy(Identity now) {
    List<Cause> replaced = new ArrayList<>();
    if (isAnother(stream, now.stream)) {
      replaced.add(Cause.STREAM_REPLACED);
    }
    if (isAnother(state, now.state)) {
      replaced.add(Cause.STATE_REPLACED);
    }
    return replaced;
  }

  private static boolean isAnother(String before, String now) {
    return !before.isEmpty() && !now.isEmpty() && !before.equals(now);
  }

  /** What is there now, as far as that is known. */
  Identity updatedBy(Identity now) {
    return new Identity(
        now.stream.isEmpty() ? stream : now.stream, now.state.isEmpty() ? state : now.state);
  }
}

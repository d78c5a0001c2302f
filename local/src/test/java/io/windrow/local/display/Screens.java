package io.windrow.local.display;

import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Payload;
import io.windrow.view.Result;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What displays are given and what they print. */
final class Screens {
  static final long TIME = 1_704_067_200_000L;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** What was printed, without what moves the cursor and clears. */
  String shown() {
    return printed().replaceAll("\u001b\\[\\??\\d*[AHJKhl]\r?", "");
  }

  static Result result(String page, long window) {
    return new Result(
        "pages",
        Map.of("page", page),
        TIME + window * 60_000,
        TIME + (window + 1) * 60_000,
        0,
        Map.of("clicks", 3L));
  }

  static Entry.Commit commit(long watermark, Counts counts) {
    return new Entry.Commit(
        1,
        "t",
        1,
        null,
        false,
        watermark,
        true,
        counts,
        List.of(),
        new Payload.Inline(new byte[0]));
  }
}

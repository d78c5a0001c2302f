package io.windrow.ledger;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.ledger.Manifest.Part;
import io.windrow.view.Delta;
import io.windrow.view.View;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Puts the parts of runs, a delta of one view each, in items of their own, and reads them back. */
final class RunParts {
  private static final int FORMAT = 1;

  private final Runs runs;

  RunParts(Runs runs) {
    this.runs = runs;
  }

  Part put(RunId run, int number, Delta delta) {
    BinaryWriter out = new BinaryWriter();
    delta.encode(out);
    byte[] content = Compression.compress(FORMAT, out.toBytes());
    int items = 0;
    for (int from = 0; from < content.length; from += PayloadLimits.STANDARD.part()) {
      int to = Math.min(content.length, from + PayloadLimits.STANDARD.part());
      runs.putPart(run, number, items++, Arrays.copyOfRange(content, from, to));
    }
    View view = delta.view();
    long firstPane = delta.slots().firstKey().pane();
    return new Part(number, view.name(), view.fingerprint(), firstPane, delta.neededUntil(), items);
  }

  /** Adds a part to the delta of its view, if that is one of those wanted. */
  void read(RunId run, Part part, Deltas into) {
    for (View view : into.views()) {
      if (view.is(part.view(), part.fingerprint())) {
        byte[] encoded = Compression.decompress(FORMAT, content(run, part));
        into.add(Delta.decode(view, new BinaryReader(encoded)));
      }
    }
  }

  private byte[] content(RunId run, Part part) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int item = 0; item < part.items(); item++) {
      content.writeBytes(item(run, part.number(), item));
    }
    return content.toByteArray();
  }

  private byte[] item(RunId run, int part, int item) {
    return runs.part(run, part, item)
        .orElseThrow(
            () ->
                new LedgerException(
                    "item %d of part %d of %s is missing".formatted(item, part, run)));
  }
}

package io.windrow.ledger;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.ledger.Manifest.Part;
import io.windrow.ledger.Payload.Inline;
import io.windrow.ledger.Runs.PartKey;
import io.windrow.view.Delta;
import io.windrow.view.View;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Puts the parts of runs, a delta of one view each, and reads them back. The small ones lie in the
 * manifest, so that a run of few groups is one item; others have items of their own.
 */
final class RunParts {
  private static final int FORMAT = 2;

  private final Runs runs;
  private final PayloadLimits limits;

  RunParts(Runs runs, PayloadLimits limits) {
    this.runs = runs;
    this.limits = limits;
  }

  /**
   * Puts the next part of a run.
   *
   * @param token drawn by whoever makes the run
   * @param before the parts of its manifest before it
   */
  Part put(RunId run, String token, List<Part> before, Delta delta) {
    BinaryWriter out = new BinaryWriter();
    delta.encode(out);
    byte[] content = Compression.compress(FORMAT, out.toBytes());
    View view = delta.view();
    return new Part(
        before.size(),
        view.name(),
        view.fingerprint(),
        delta.slots().firstKey().pane(),
        delta.neededUntil(),
        content.length <= room(before)
            ? new Inline(content)
            : putItems(new PartKey(run, token, before.size()), content));
  }

  private int room(List<Part> before) {
    int taken = 0;
    for (Part part : before) {
      taken += part.payload() instanceof Inline inline ? inline.content().length : 0;
    }
    return limits.inline() - taken;
  }

  private Payload putItems(PartKey part, byte[] content) {
    int items = 0;
    for (int from = 0; from < content.length; from += limits.part()) {
      int to = Math.min(content.length, from + limits.part());
      runs.putPart(part, items++, Arrays.copyOfRange(content, from, to));
    }
    return new Payload.Parts(items);
  }

  /** Adds a part to the delta of its view, if that is one of those wanted. */
  void read(Manifest manifest, Part part, Deltas into) {
    for (View view : into.views()) {
      if (view.is(part.view(), part.fingerprint())) {
        into.add(read(manifest, part, view));
      }
    }
  }

  /** The delta of a part of this view. */
  Delta read(Manifest manifest, Part part, View view) {
    byte[] encoded = Compression.decompress(FORMAT, content(manifest, part));
    return Delta.decode(view, new BinaryReader(encoded));
  }

  private byte[] content(Manifest manifest, Part part) {
    if (part.payload() instanceof Inline inline) {
      return inline.content();
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int item = 0; item < part.payload().items(); item++) {
      content.writeBytes(item(manifest.key(part), item));
    }
    return content.toByteArray();
  }

  private byte[] item(PartKey part, int item) {
    return runs.part(part, item)
        .orElseThrow(
            () ->
                new LedgerException(
                    "item %d of part %d of %s is missing"
                        .formatted(item, part.number(), part.run())));
  }
}

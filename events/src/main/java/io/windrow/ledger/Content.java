package io.windrow.ledger;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.view.Delta;
import io.windrow.view.View;
import java.util.ArrayList;
import java.util.List;

/**
 * What a commit adds: deltas by view, and the records that are kept whole. Its encoding begins with
 * a format version and is compressed after it. A delta has its length first, so that a reader can
 * pass over a view that it does not know.
 */
public record Content(List<Delta> deltas, List<Kept> kept) {
  /** Of an entry that adds nothing. */
  static final Content NONE = new Content(List.of(), List.of());

  private static final int FORMAT = 3;

  public Content {
    deltas = List.copyOf(deltas);
    kept = List.copyOf(kept);
  }

  public byte[] encode() {
    BinaryWriter out = new BinaryWriter();
    out.writeLong(deltas.size());
    for (Delta delta : deltas) {
      BinaryWriter rows = new BinaryWriter();
      delta.encode(rows);
      out.writeString(delta.view().name());
      out.writeString(delta.view().fingerprint());
      out.writeBytes(rows.toBytes());
    }
    out.writeLong(kept.size());
    kept.forEach(record -> record.encode(out));
    return Compression.compress(FORMAT, out.toBytes());
  }

  /** Reads an encoded content, without the deltas of views other than these. */
  public static Content decode(byte[] encoded, List<View> views) {
    BinaryReader in = new BinaryReader(Compression.decompress(FORMAT, encoded));
    List<Delta> deltas = new ArrayList<>();
    for (int count = in.readCount(); count > 0; count--) {
      String name = in.readString();
      String fingerprint = in.readString();
      BinaryReader rows = new BinaryReader(in.readBytes());
      views.stream()
          .filter(view -> view.is(name, fingerprint))
          .findFirst()
          .ifPresent(view -> deltas.add(Delta.decode(view, rows)));
    }
    List<Kept> kept = new ArrayList<>();
    for (int count = in.readCount(); count > 0; count--) {
      kept.add(Kept.decode(in));
    }
    return new Content(deltas, kept);
  }
}

package io.windrow.ledger;

import io.windrow.contract.Reason;
import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
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
  private static final int FORMAT = 1;

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
    kept.forEach(record -> encode(record, out));
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
          .filter(view -> view.name().equals(name) && view.fingerprint().equals(fingerprint))
          .findFirst()
          .ifPresent(view -> deltas.add(Delta.decode(view, rows)));
    }
    List<Kept> kept = new ArrayList<>();
    for (int count = in.readCount(); count > 0; count--) {
      kept.add(decodeKept(in));
    }
    return new Content(deltas, kept);
  }

  private static void encode(Kept record, BinaryWriter out) {
    Reason reason = record.reason();
    out.writeString(record.position().shard());
    out.writeString(record.position().sequence());
    out.writeLong(record.position().subSequence());
    out.writeString(record.partitionKey());
    out.writeLong(record.arrival());
    out.writeString(record.verdict());
    out.writeString(reason == null ? "" : reason.code());
    out.writeString(reason == null ? "" : reason.pointer());
    out.writeLong(record.views().size());
    record.views().forEach(out::writeString);
    out.writeBytes(record.payload());
  }

  private static Kept decodeKept(BinaryReader in) {
    Position position = new Position(in.readString(), in.readString(), in.readLong());
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

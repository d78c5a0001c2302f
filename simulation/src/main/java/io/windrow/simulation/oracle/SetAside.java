package io.windrow.simulation.oracle;

import io.windrow.contract.Judged;
import io.windrow.contract.Judgement;
import io.windrow.contract.Reason;
import io.windrow.ledger.Content;
import io.windrow.ledger.Kept;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.util.ArrayList;
import java.util.List;

/** What a chain has set aside as poison: a record whole, or from the place of one event on. */
public final class SetAside {
  private SetAside() {}

  /** Where what a commit has set aside stands. */
  public static List<Position> by(byte[] content) {
    return Content.decode(content, List.of()).kept().stream()
        .filter(kept -> kept.code().equals(Reason.POISON))
        .map(Kept::position)
        .toList();
  }

  /** The events of a record, as they are once what was set aside of it is one. */
  static List<Judged> from(List<Judged> events, StreamRecord record, List<Position> poison) {
    List<Judged> taken = new ArrayList<>(events);
    for (Position aside : poison) {
      if (isOf(record, aside)) {
        taken.removeIf(event -> event.record().position().place() >= aside.place());
        taken.add(new Judged(rest(record, aside), rejected()));
      }
    }
    return taken;
  }

  private static boolean isOf(StreamRecord record, Position aside) {
    return record.position().equals(aside.at(0));
  }

  private static StreamRecord rest(StreamRecord record, Position aside) {
    return aside.place() == 0 ? record : record.event(aside.place(), record.data(), true);
  }

  private static Judgement rejected() {
    return new Judgement.Rejected(Reason.of(Reason.POISON));
  }
}

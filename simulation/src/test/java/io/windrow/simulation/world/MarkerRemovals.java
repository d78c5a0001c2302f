package io.windrow.simulation.world;

import io.windrow.ledger.Marker;
import io.windrow.ledger.Marker.Attempt;
import io.windrow.ledger.Markers;
import io.windrow.record.Position;
import java.util.ArrayList;
import java.util.List;

/** Markers without a safeguard: what is read or written is not quite what it should be. */
final class MarkerRemovals {
  private MarkerRemovals() {}

  /** Forgets that a record was folded. */
  record ForgetsFolded(Markers real) implements Markers {
    @Override
    public Marker read(String shard) {
      return new Marker(real.read(shard).attempts(), null);
    }

    @Override
    public boolean replace(String shard, Marker expected, Marker next, long at) {
      return real.replace(shard, real.read(shard), next, at);
    }
  }

  /** Takes each attempt for three. */
  record CountsThrice(Markers real) implements Markers {
    @Override
    public Marker read(String shard) {
      Marker marker = real.read(shard);
      List<Attempt> attempts = new ArrayList<>();
      for (Attempt each : marker.attempts()) {
        attempts.addAll(List.of(each, each, each));
      }
      return new Marker(attempts, marker.folded());
    }

    @Override
    public boolean replace(String shard, Marker expected, Marker next, long at) {
      List<Attempt> attempts = next.attempts().stream().distinct().toList();
      return real.replace(shard, real.read(shard), new Marker(attempts, next.folded()), at);
    }
  }

  /** Leaves attempts that have ended orderly. */
  record ForgetsEnds(Markers real) implements Markers {
    @Override
    public Marker read(String shard) {
      return real.read(shard);
    }

    @Override
    public boolean replace(String shard, Marker expected, Marker next, long at) {
      boolean ends = next.attempts().size() < expected.attempts().size();
      return ends || real.replace(shard, expected, next, at);
    }
  }

  /** Takes every call for dead as soon as it has begun. */
  record BuriesTheLiving(Markers real) implements Markers {
    @Override
    public Marker read(String shard) {
      return real.read(shard);
    }

    @Override
    public boolean replace(String shard, Marker expected, Marker next, long at) {
      List<Attempt> dead =
          next.attempts().stream()
              .map(each -> new Attempt(each.token(), each.from(), each.to(), Long.MIN_VALUE / 2))
              .toList();
      return real.replace(shard, expected, new Marker(dead, next.folded()), at);
    }
  }

  /** Narrows by Kinesis records alone, never inside one. */
  record NarrowsByWholeRecords(Markers real) implements Markers {
    private static final long LAST = 1_000;

    @Override
    public Marker read(String shard) {
      Marker marker = real.read(shard);
      return new Marker(
          marker.attempts().stream().map(NarrowsByWholeRecords::whole).toList(), marker.folded());
    }

    private static Attempt whole(Attempt attempt) {
      Position to = attempt.to();
      return new Attempt(
          attempt.token(),
          attempt.from(),
          new Position(to.shard(), to.sequence(), LAST),
          attempt.endsAt());
    }

    @Override
    public boolean replace(String shard, Marker expected, Marker next, long at) {
      return real.replace(shard, real.read(shard), next, at);
    }
  }

  /** Never narrows: each call tries all that it has. */
  record ForgetsAttempts(Markers real) implements Markers {
    @Override
    public Marker read(String shard) {
      return Marker.NONE;
    }

    @Override
    public boolean replace(String shard, Marker expected, Marker next, long at) {
      return true;
    }
  }
}

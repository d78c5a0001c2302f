package io.windrow.simulation.world;

import io.windrow.ledger.ForwardingFrontiers;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Frontiers from which a safeguard was taken. */
final class FrontierRemovals {
  private FrontierRemovals() {}

  /** Lets a shard begin without joining once the first have joined. */
  static final class JoinsNobody extends ForwardingFrontiers {
    JoinsNobody(Frontiers real) {
      super(real);
    }

    @Override
    public boolean replace(Frontier expected, Frontier next) {
      boolean first = expected.closing() == Frontier.NEW.closing();
      if (!first && joins(expected, next)) {
        return true;
      }
      return real.replace(expected, next);
    }
  }

  /** Tells who has raised closing that nobody has closed further, whatever others did. */
  static final class OverlooksOthers extends ForwardingFrontiers {
    private @Nullable Frontier raised;

    OverlooksOthers(Frontiers real) {
      super(real);
    }

    @Override
    public Frontier read() {
      Frontier told = raised == null ? real.read() : raised;
      raised = null;
      return told;
    }

    @Override
    public boolean replace(Frontier expected, Frontier next) {
      boolean replaced = real.replace(expected, next);
      raised = replaced && next.closing() > expected.closing() ? next : raised;
      return replaced;
    }
  }

  /** Adds a member whatever closing has come to since it was read. */
  static final class JoinsUnconditionally extends ForwardingFrontiers {
    JoinsUnconditionally(Frontiers real) {
      super(real);
    }

    @Override
    public boolean replace(Frontier expected, Frontier next) {
      if (!joins(expected, next)) {
        return real.replace(expected, next);
      }
      Frontier current = real.read();
      return real.replace(
          current,
          new Frontier(
              union(current.members(), next.members()), current.closing(), current.closed()));
    }
  }

  /** Raises closing whoever has joined since the members were read. */
  static final class ClosesWithoutMembers extends ForwardingFrontiers {
    ClosesWithoutMembers(Frontiers real) {
      super(real);
    }

    @Override
    public boolean replace(Frontier expected, Frontier next) {
      Frontier current = real.read();
      boolean raises = next.closing() > expected.closing();
      boolean unchanged =
          current.closing() == expected.closing() && current.closed() == expected.closed();
      if (!raises || !unchanged) {
        return real.replace(expected, next);
      }
      return real.replace(
          current,
          new Frontier(union(current.members(), next.members()), next.closing(), next.closed()));
    }
  }

  /** Takes windows for closed as soon as they are being closed. */
  static final class ForgetsUnfinished extends ForwardingFrontiers {
    ForgetsUnfinished(Frontiers real) {
      super(real);
    }

    @Override
    public Frontier read() {
      Frontier frontier = real.read();
      return frontier.withClosed(frontier.closing());
    }

    @Override
    public boolean replace(Frontier expected, Frontier next) {
      Frontier current = real.read();
      boolean unchanged =
          current.members().equals(expected.members()) && current.closing() == expected.closing();
      return unchanged && real.replace(current, next);
    }
  }

  /** Closes to whatever was read last, forward or back. */
  static final class ClosesUnconditionally extends ForwardingFrontiers {
    ClosesUnconditionally(Frontiers real) {
      super(real);
    }

    @Override
    public boolean replace(Frontier expected, Frontier next) {
      return joins(expected, next)
          ? real.replace(expected, next)
          : real.replace(
              real.read(),
              new Frontier(
                  union(real.read().members(), next.members()), next.closing(), next.closed()));
    }
  }

  private static boolean joins(Frontier expected, Frontier next) {
    return next.closing() == expected.closing()
        && next.closed() == expected.closed()
        && next.members().size() > expected.members().size();
  }

  private static Set<String> union(Set<String> left, Set<String> right) {
    Set<String> union = new TreeSet<>(left);
    union.addAll(right);
    return union;
  }
}

package io.windrow.simulation.world;

import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Runs;
import io.windrow.ledger.Source;
import io.windrow.simulation.world.FrontierRemovals.JoinsNobody;
import io.windrow.simulation.world.LedgerRemovals.AppendsBlindly;
import io.windrow.simulation.world.LedgerRemovals.ExpiresAtOnce;
import io.windrow.simulation.world.LedgerRemovals.ForgetsSubSequence;
import io.windrow.simulation.world.LedgerRemovals.ForgetsToken;
import io.windrow.simulation.world.LedgerRemovals.OverlooksGaps;
import io.windrow.simulation.world.SourceRemovals.BelievesEmptyAnswers;
import io.windrow.simulation.world.SourceRemovals.HidesParents;
import io.windrow.view.View;
import java.util.List;
import java.util.function.BiFunction;

/** What the state protocol cannot do without. Each can be taken away, by wiring alone. */
enum Safeguard {
  COMMITS_ARE_CONDITIONAL((ports, views) -> with(ports, new AppendsBlindly(ports.ledger()))),
  POSITIONS_HAVE_SUB_SEQUENCES(
      (ports, views) -> with(ports, new ForgetsSubSequence(ports.ledger()))),
  PAYLOADS_ARE_KEYED_BY_TOKEN((ports, views) -> with(ports, new ForgetsToken(ports.ledger()))),
  DELTAS_ARE_KEYED_BY_FIRST_OPEN_WINDOW(
      (ports, views) -> with(ports, new ForgetsFirstOpen(ports.ledger(), views))),
  CHILDREN_BEGIN_AFTER_THEIR_PARENTS_END(
      (ports, views) ->
          with(with(ports, new HidesParents(ports.source())), new JoinsNobody(ports.frontiers()))),
  EMPTINESS_IS_PROVED((ports, views) -> with(ports, new BelievesEmptyAnswers(ports.source()))),
  TIME_TO_LIVE_COMES_FROM_COMPACTION(
      (ports, views) -> with(ports, new ExpiresAtOnce(ports.ledger()))),
  RUNS_OF_OPEN_SESSIONS_ARE_KEPT(
      (ports, views) -> with(ports, new ForgetsOpenSessions(ports.runs(), views))),
  A_GAP_IS_AN_ERROR((ports, views) -> with(ports, new OverlooksGaps(ports.ledger())));

  @SuppressWarnings("ImmutableEnumChecker") // each is a constructor call
  private final BiFunction<Ports, List<View>, Ports> removal;

  Safeguard(BiFunction<Ports, List<View>, Ports> removal) {
    this.removal = removal;
  }

  Ports removedFrom(Ports ports, List<View> views) {
    return removal.apply(ports, views);
  }

  private static Ports with(Ports ports, Ledger ledger) {
    return new Ports(
        ledger,
        ports.frontiers(),
        ports.runs(),
        ports.results(),
        ports.quarantine(),
        ports.source());
  }

  private static Ports with(Ports ports, Frontiers frontiers) {
    return new Ports(
        ports.ledger(),
        frontiers,
        ports.runs(),
        ports.results(),
        ports.quarantine(),
        ports.source());
  }

  private static Ports with(Ports ports, Runs runs) {
    return new Ports(
        ports.ledger(),
        ports.frontiers(),
        runs,
        ports.results(),
        ports.quarantine(),
        ports.source());
  }

  private static Ports with(Ports ports, Source source) {
    return new Ports(
        ports.ledger(),
        ports.frontiers(),
        ports.runs(),
        ports.results(),
        ports.quarantine(),
        source);
  }
}

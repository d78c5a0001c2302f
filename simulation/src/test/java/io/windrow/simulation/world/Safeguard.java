package io.windrow.simulation.world;

import io.windrow.ledger.Ports;
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
  COMMITS_ARE_CONDITIONAL((ports, views) -> ports.with(new AppendsBlindly(ports.ledger()))),
  POSITIONS_HAVE_SUB_SEQUENCES(
      (ports, views) -> ports.with(new ForgetsSubSequence(ports.ledger()))),
  PAYLOADS_ARE_KEYED_BY_TOKEN((ports, views) -> ports.with(new ForgetsToken(ports.ledger()))),
  DELTAS_ARE_KEYED_BY_FIRST_OPEN_WINDOW(
      (ports, views) -> ports.with(new ForgetsFirstOpen(ports.ledger(), views))),
  CHILDREN_BEGIN_AFTER_THEIR_PARENTS_END(
      (ports, views) ->
          ports.with(new HidesParents(ports.source())).with(new JoinsNobody(ports.frontiers()))),
  EMPTINESS_IS_PROVED((ports, views) -> ports.with(new BelievesEmptyAnswers(ports.source()))),
  TIME_TO_LIVE_COMES_FROM_COMPACTION(
      (ports, views) -> ports.with(new ExpiresAtOnce(ports.ledger()))),
  RUNS_OF_OPEN_SESSIONS_ARE_KEPT(
      (ports, views) -> ports.with(new ForgetsOpenSessions(ports.runs(), views))),
  A_GAP_IS_AN_ERROR((ports, views) -> ports.with(new OverlooksGaps(ports.ledger())));

  @SuppressWarnings("ImmutableEnumChecker") // each is a constructor call
  private final BiFunction<Ports, List<View>, Ports> removal;

  Safeguard(BiFunction<Ports, List<View>, Ports> removal) {
    this.removal = removal;
  }

  Ports removedFrom(Ports ports, List<View> views) {
    return removal.apply(ports, views);
  }
}

package io.windrow.simulation.world;

import io.windrow.ledger.Ledger;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Source;
import io.windrow.simulation.world.ChainRemovals.BeginsBeforeAllTime;
import io.windrow.simulation.world.ChainRemovals.CountsOneMore;
import io.windrow.simulation.world.ChainRemovals.ForgetsChildren;
import io.windrow.simulation.world.ChainRemovals.ForgetsInside;
import io.windrow.simulation.world.FilingRemovals.FixesAfterwards;
import io.windrow.simulation.world.FrontierRemovals.ForgetsUnfinished;
import io.windrow.simulation.world.FrontierRemovals.JoinsNobody;
import io.windrow.simulation.world.LedgerRemovals.AppendsBlindly;
import io.windrow.simulation.world.LedgerRemovals.ExpiresAtOnce;
import io.windrow.simulation.world.LedgerRemovals.ForgetsPlace;
import io.windrow.simulation.world.LedgerRemovals.ForgetsSubSequence;
import io.windrow.simulation.world.LedgerRemovals.ForgetsToken;
import io.windrow.simulation.world.LedgerRemovals.OverlooksGaps;
import io.windrow.simulation.world.LifetimeRemovals.AgesPayloads;
import io.windrow.simulation.world.LifetimeRemovals.ExpiresTheHead;
import io.windrow.simulation.world.LifetimeRemovals.PutsManifestsFirst;
import io.windrow.simulation.world.MarkerRemovals.CountsThrice;
import io.windrow.simulation.world.MarkerRemovals.ForgetsAttempts;
import io.windrow.simulation.world.MarkerRemovals.ForgetsEnds;
import io.windrow.simulation.world.MarkerRemovals.ForgetsFolded;
import io.windrow.simulation.world.SourceRemovals.BelievesEmptyAnswers;
import io.windrow.simulation.world.SourceRemovals.HidesParents;
import io.windrow.simulation.world.SourceRemovals.OverlooksTheUnanswered;
import io.windrow.simulation.world.SourceRemovals.TrustsItsClock;
import io.windrow.view.View;
import java.util.List;
import java.util.function.BiFunction;

/** What the state protocol cannot do without. Each can be taken away, by wiring alone. */
enum Safeguard {
  COMMITS_ARE_CONDITIONAL((ports, views) -> ports.with(new AppendsBlindly(ports.ledger()))),
  POSITIONS_HAVE_SUB_SEQUENCES(
      (ports, views) -> ports.with(new ForgetsSubSequence(ports.ledger()))),
  POSITIONS_HAVE_PLACES((ports, views) -> ports.with(new ForgetsPlace(ports.ledger()))),
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
  FIRST_WATERMARKS_ARE_THOSE_OF_PARENTS_OR_THE_CLOSING(
      (ports, views) -> ports.with(new BeginsBeforeAllTime(ports.ledger()))),
  END_COMMITS_NAME_THE_CHILDREN((ports, views) -> ports.with(new ForgetsChildren(ports.ledger()))),
  INSIDE_A_RECORD_IS_NOT_EMPTY((ports, views) -> ports.with(new ForgetsInside(ports.ledger()))),
  AN_UNFINISHED_CLOSING_IS_FINISHED_FIRST(
      (ports, views) -> ports.with(new ForgetsUnfinished(ports.frontiers()))),
  MANIFESTS_COME_LAST((ports, views) -> ports.with(new PutsManifestsFirst(ports.runs()))),
  WHAT_IS_FILED_IS_FIXED_FIRST((ports, views) -> ports.with(new FixesAfterwards(ports.runs()))),
  THE_HEAD_IS_KEPT((ports, views) -> ports.with(new ExpiresTheHead(ports.ledger()))),
  A_PAYLOAD_IS_SWEPT_ONLY_WHEN_ITS_WRITER_IS_DEAD(
      (ports, views) -> ports.with(new AgesPayloads(ports.inventory()))),
  COUNTS_ARE_OF_WHAT_CAME((ports, views) -> ports.with(new CountsOneMore(ports.ledger()))),
  A_HEAD_THAT_ENDS_A_RUN_IS_KEPT((ports, views) -> RetiresHeldHeads.in(ports)),
  A_SHARD_THAT_HAS_NOT_ANSWERED_HOLDS_RAISES_BACK(
      (ports, views) -> {
        OverlooksTheUnanswered overlooks =
            new OverlooksTheUnanswered(ports.ledger(), ports.source());
        return ports.with((Source) overlooks).with((Ledger) overlooks);
      }),
  A_PROOF_STAYS_BEHIND_ITS_TIME((ports, views) -> ports.with(new TrustsItsClock(ports.source()))),
  CALLS_THAT_MAY_HAVE_DIED_NARROW_THE_NEXT(
      (ports, views) -> ports.with(new ForgetsAttempts(ports.markers()))),
  THREE_DEATHS_CONVICT((ports, views) -> ports.with(new CountsThrice(ports.markers()))),
  WHAT_FAILS_ORDERLY_ENDS_ITS_ATTEMPT(
      (ports, views) -> ports.with(new ForgetsEnds(new ForgetsFolded(ports.markers())))),
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

package io.windrow.ledger;

import io.windrow.ledger.Source.Probe;
import io.windrow.ledger.Source.Shard;
import io.windrow.record.Position;
import io.windrow.view.Result;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings a pipeline as far as its ledgers allow. Each call begins the chains of shards that may
 * begin, raises or ends those that are empty, closes the windows that are due and puts their
 * results, files the records that chains keep in quarantine, merges commits into runs, and gives
 * what nothing needs any more its time to live.
 */
public final class Settler {
  private static final int RESULTS_A_CHECKPOINT = 500;

  private final Ports ports;
  private final Origin origin;
  private final Windows windows;
  private final Losses losses;
  private final Shards shards;
  private final EmptyShards emptyShards;
  private final OpenPanes panes;
  private final Closer closer;
  private final Filer filer;
  private final Compactor compactor;
  private final Retirement retirement;
  private final Sweeping sweeping;
  private final Turn fileTurn = new Turn();
  private final Turn runTurn = new Turn();

  /** Shards whose chains have ended and were let go of: an end is the last entry for ever. */
  private final Set<String> over = new HashSet<>();

  /** What the frontier is known to say that it belongs to. */
  private Identity identity = Identity.UNKNOWN;

  /** A settler of one pipeline. */
  public Settler(Ports ports, Windows windows, Origin origin, RunBounds bounds) {
    this(ports, windows, origin, bounds, PayloadLimits.STANDARD, RESULTS_A_CHECKPOINT);
  }

  /**
   * A settler of one pipeline.
   *
   * @param limits of what it compacts to
   * @param resultsACheckpoint how many results a closing writes before it notes how far it has come
   */
  public Settler(
      Ports ports,
      Windows windows,
      Origin origin,
      RunBounds bounds,
      PayloadLimits limits,
      int resultsACheckpoint) {
    ChainReader reader = new ChainReader(ports.ledger(), ports.runs(), bounds);
    this.panes = new OpenPanes(reader, ports.frontiers(), windows.views());
    this.ports = ports;
    this.origin = origin;
    this.windows = windows;
    this.losses = new Losses(ports.frontiers());
    this.shards = new Shards(ports.chains(), origin);
    this.emptyShards = new EmptyShards(ports.chains(), shards, windows, origin.generation());
    this.retirement = new Retirement(ports, bounds);
    this.sweeping = new Sweeping(ports);
    this.closer = new Closer(ports, origin, panes, retirement, resultsACheckpoint);
    this.filer = new Filer(ports.ledger(), ports.runs(), ports.quarantine(), bounds);
    this.compactor = new Compactor(ports, panes, bounds, limits, windows.views());
  }

  /** Settles once, however long it takes. */
  public Settled settle(long now, String token) {
    return settle(now, token, Deadline.NONE);
  }

  /**
   * Settles once. What a near deadline or very many results leave over, the next call takes up.
   *
   * @param now the time, in milliseconds since the epoch: shards are compared with it if the owner
   *     has set {@code behind}, a loss that is found counts as noticed then, and times to live
   *     count from it
   * @param token drawn at random for this call
   * @throws LedgerException if newer code has committed; then it does nothing further
   */
  public synchronized Settled settle(long now, String token, Deadline deadline) {
    Round round = new Round(ports.source(), token, deadline);
    Survey before = askedAndBegun(round);
    noteIdentity(now);
    if (loseUnbegun(before, round, now)) {
      before = begun(round);
    }
    Map<String, Probe> answers = emptyShards.raise(before.counting(), round, now);
    Survey survey = begun(round);
    List<Result> written = closer.close(deadline);
    Frontier frontier = ports.frontiers().read();
    Retirement.Terms terms =
        new Retirement.Terms(frontier.closed(), now + Retirement.GRACE, deadline);
    long filed = keep(survey, token, now, terms);
    sweeping.sweep(now);
    losses.end(frontier, survey, round, windows.behind());
    return new Settled(written, frontier, survey.standings(answers), survey.lost(), filed);
  }

  /** What is remembered of another table's chains says nothing of this one's. */
  private void noteIdentity(long now) {
    Identity found =
        identity.updatedBy(new Identity(ports.source().identity(), ports.frontiers().identity()));
    if (found.equals(identity)) {
      return;
    }
    if (!identity.replacedBy(found).isEmpty()) {
      panes.forget();
      filer.forget();
      over.clear();
    }
    losses.noteIdentity(found, now);
    identity = found;
  }

  /**
   * Files what is kept, makes every run that is whole, and gives what nothing needs its time to
   * live. Where filing fails, the rest is done all the same.
   *
   * @return how many records it filed
   */
  private long keep(Survey survey, String token, long now, Retirement.Terms terms) {
    long filed = 0;
    RuntimeException failure = null;
    try {
      filed = file(survey, now, terms.deadline());
    } catch (RuntimeException e) {
      failure = e;
    }
    runTurn.take(
        survey.heads(),
        terms.deadline(),
        (shard, head) -> {
          compactor.compact(shard, head, token, terms);
          retirement.retire(shard, head, filer.filedBefore(shard), terms);
        });
    if (failure != null) {
      throw failure;
    }
    return filed;
  }

  private long file(Survey survey, long now, Deadline deadline) {
    LongAdder filed = new LongAdder();
    fileTurn.take(
        survey.heads(),
        deadline,
        (shard, head) -> filed.add(filer.file(shard, head, now, deadline)));
    return filed.sum();
  }

  /**
   * Ends event time for good if every shard is empty, so that every window closes.
   *
   * @return whether event time has ended; false while records wait
   */
  public synchronized boolean endEventTime(String token) {
    Round round = new Round(ports.source(), token, Deadline.NONE);
    Survey survey = askedAndBegun(round);
    return unknown(survey, round).isEmpty() && emptyShards.endEventTime(survey.counting(), round);
  }

  /**
   * What has left the stream before anybody began it must not hold windows for ever.
   *
   * @return whether there was such a shard
   */
  private boolean loseUnbegun(Survey survey, Round round, long now) {
    Set<String> gone = missing(survey, round);
    gone.removeIf(shard -> !(round.answers().to(shard, null) instanceof Probe.Gone));
    gone.forEach(shard -> shards.loseUnbegun(shard, survey.parents(shard), round, now));
    return !gone.isEmpty();
  }

  /** Shards that have not begun, and that the stream does not list. */
  private static Set<String> missing(Survey survey, Round round) {
    Set<String> missing = survey.unbegun();
    missing.removeIf(round::isListed);
    return missing;
  }

  /**
   * Begins every chain that may begin now, once all that this depends on was asked together: a
   * shard that was silent for long takes its time to answer, and hundreds may have split at once.
   */
  private Survey askedAndBegun(Round round) {
    Survey survey = survey();
    List<Shard> unknown = unknown(survey, round);
    Map<String, @Nullable Position> undrained = shards.undrained(ids(unknown), round);
    missing(survey, round).forEach(shard -> undrained.put(shard, null));
    round.answers().ask(undrained);
    return begun(survey, unknown, round);
  }

  /** Begins every chain that may begin now by what is known. */
  private Survey begun(Round round) {
    Survey survey = survey();
    return begun(survey, unknown(survey, round), round);
  }

  private Survey begun(Survey survey, List<Shard> unknown, Round round) {
    unknown.forEach(shard -> shards.begin(shard.id(), round));
    return unknown.isEmpty() ? survey : survey();
  }

  private Survey survey() {
    return Survey.of(ports.ledger(), ports.frontiers().read().members(), origin);
  }

  /** A stream lists shards for days after their chains have ended and were let go of. */
  private List<Shard> unknown(Survey survey, Round round) {
    List<Shard> unknown =
        survey.unknown(round.listed()).stream()
            .filter(shard -> !over.contains(shard.id()))
            .toList();
    if (!unknown.isEmpty()) {
      ports
          .ledger()
          .heads(ids(unknown))
          .forEach(
              (shard, head) -> {
                if (head instanceof Entry.End) {
                  over.add(shard);
                }
              });
    }
    return unknown.stream().filter(shard -> !over.contains(shard.id())).toList();
  }

  private static Set<String> ids(List<Shard> shards) {
    return shards.stream().map(Shard::id).collect(Collectors.toSet());
  }
}

package io.windrow.simulation.world;

import io.windrow.ledger.Committer;
import io.windrow.ledger.Origin;
import io.windrow.ledger.PayloadLimits;
import io.windrow.ledger.PoisonRules;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.ledger.Steps;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.schedule.Choices;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The execution environments of a pipeline: those that are warm, and what a fresh one is like. */
final class Environments {
  private static final long SUSPICIOUS = 20_000;

  private final Course course;
  private final Choices choices;
  private final Setting setting;
  private final Scenario scenario;
  private final SimulatedStream stream;
  private final MemoryState state;
  private final RunBounds bounds;
  private final PayloadLimits limits;
  private final List<Environment> environments = new ArrayList<>();
  private Steps steps;
  private long generation = 1;
  private int reference;
  private long tokens;

  Environments(
      Course course,
      Scenario scenario,
      Setting setting,
      SimulatedStream stream,
      MemoryState state,
      RunBounds bounds) {
    this.course = course;
    this.choices = course.choices();
    this.scenario = scenario;
    this.steps = scenario.steps();
    this.setting = setting;
    this.stream = stream;
    this.state = state;
    this.bounds = bounds;
    this.limits = small(choices);
  }

  /** Limits that small events reach. */
  private static PayloadLimits small(Choices choices) {
    return choices.chance(0.5)
        ? new PayloadLimits(60, 40, 300, 2)
        : new PayloadLimits(
            choices.below(150),
            10 + choices.below(150),
            100 + choices.below(500),
            1 + choices.below(5));
  }

  /** What begins from now on is of the next generation, with the definition as it was. */
  void deployAgain() {
    long unused = deploy(steps);
  }

  /**
   * What begins from now on is of the next generation; what is warm goes on as it is.
   *
   * @return that generation
   */
  long deploy(Steps next) {
    course.meet(Fault.NEW_GENERATION);
    steps = next;
    return ++generation;
  }

  /** The rows of tables change; what is warm goes on with those that it has read. */
  void changeReference() {
    if (steps.enrichment() instanceof Zones) {
      course.meet(Fault.NEW_REFERENCE);
      reference++;
    }
  }

  /** Lets no environment of a former generation be used again. */
  void retireFormer() {
    environments.removeIf(each -> each.generation() < generation);
  }

  /** Whether Lambda has ended an environment of a former generation by now. */
  private boolean hasHadItsDay(Environment environment) {
    return environment.generation() < generation && choices.chance(0.2);
  }

  /** Lets nothing that is warm be used again. */
  void coolDown() {
    environments.clear();
  }

  /** One that is free, or a fresh one. */
  Environment any() {
    environments.removeIf(Environment::isDead);
    environments.removeIf(this::hasHadItsDay);
    List<Environment> free = environments.stream().filter(Environment::isFree).toList();
    if (!free.isEmpty() && choices.chance(0.9)) {
      return choices.oneOf(free);
    }
    Environment fresh = start();
    environments.add(fresh);
    return fresh;
  }

  private Environment start() {
    Effects effects = new Effects(course, setting.code());
    InstantSource clock = clock();
    RaiseWatch raises = new RaiseWatch(state.ledger(), stream, steps.behind());
    ChainWatch watch = new ChainWatch(state.ledger(), stream, course, raises);
    ItemWatch items = new ItemWatch(limits, course);
    Ports stored = state.ports(new SimulatedSource(stream, effects, course, clock));
    Ports real = effects.over(stored.with(items.over(watch)).with(items.over(stored.runs())));
    Ports ports = setting.wiring().apply(real, steps.views());
    Origin origin = new Origin(generation, "earliest");
    Deadly deadly = new Deadly(course, scenario);
    Committer committer =
        new Committer(
            ports.chains(),
            deadly.over(with(effects)),
            origin,
            limits,
            setting.poison().apply(new PoisonRules(SUSPICIOUS, deadly::rehearse)));
    Settler settler = new Settler(ports, steps.windows(), origin, bounds, limits, 2);
    Functions functions = setting.code().start(committer, settler, clock, this::token);
    return new Environment(generation, watch, deadly, effects, functions, settler);
  }

  private Steps with(Effects effects) {
    return steps.enrichment() instanceof Zones zones
        ? new Steps(
            steps.validation(),
            new FaultyEnrichment(zones.at(reference), effects),
            steps.views(),
            steps.behind())
        : steps;
  }

  /** Each environment is wrong about the time in its own way. */
  private InstantSource clock() {
    long most = (long) course.faults().of(Fault.SKEWED_CLOCK);
    long skew = choices.between(-most, most);
    if (skew != 0) {
      course.meet(Fault.SKEWED_CLOCK);
    }
    return () -> Instant.ofEpochMilli(course.now() + skew);
  }

  /** One that no invocation had before. */
  String token() {
    return "token-" + tokens++;
  }
}

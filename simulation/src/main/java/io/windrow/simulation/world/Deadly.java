package io.windrow.simulation.world;

import io.windrow.contract.Judged;
import io.windrow.contract.Judgement;
import io.windrow.enrichment.Enrichment;
import io.windrow.ledger.Steps;
import io.windrow.record.Event;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.oracle.Deadliness;
import io.windrow.simulation.schedule.Crash;
import java.util.List;
import java.util.function.Function;

/**
 * The steps of one environment in which records kill: some always, some at times, before enrichment
 * or in it, at once or by never ending; and any, if more are judged than its memory holds, or if
 * the environment is sick.
 */
final class Deadly {
  private static final int LONG = 300;

  private final Course course;
  private final Scenario scenario;
  private final boolean sick;
  private int judged;

  Deadly(Course course, Scenario scenario) {
    this.course = course;
    this.scenario = scenario;
    this.sick = course.choices().chance(course.faults().of(Fault.SICK));
  }

  /** A call begins, with all of the memory. */
  void begin() {
    judged = 0;
  }

  /** Folds what harms nobody. */
  void rehearse() {
    if (sick) {
      die(Fault.SICK);
    }
  }

  Steps over(Steps real) {
    Function<StreamRecord, List<Judged>> validation =
        record -> {
          rehearse();
          judged++;
          if (judged > scenario.memory()) {
            die(Fault.OUT_OF_MEMORY);
          }
          if (record.arrival() % 2 == 0) {
            perhapsKill(scenario.deadliness().apply(record));
          }
          return real.validation().apply(record);
        };
    return new Steps(validation, new DeadlyEnrichment(real.enrichment()), real.windows());
  }

  private final class DeadlyEnrichment implements Enrichment {
    private final Enrichment real;

    DeadlyEnrichment(Enrichment real) {
      this.real = real;
    }

    @Override
    public List<Judgement> enrich(List<Event> events) {
      events.forEach(event -> perhapsKill(SmallEvents.deadliness(event)));
      return real.enrich(events);
    }

    @Override
    public List<String> versions() {
      return real.versions();
    }
  }

  private void perhapsKill(Deadliness deadliness) {
    if (deadliness == Deadliness.DEADLY) {
      die(Fault.POISON);
    } else if (deadliness == Deadliness.AT_TIMES && course.choices().chance(0.6)) {
      die(Fault.PERHAPS_POISON);
    }
  }

  private void die(Fault fault) {
    course.meet(fault);
    course.note(course.scheduler().running(), "dies of", fault);
    if (!course.faults().equals(Faults.NONE) && course.choices().chance(0.2)) {
      course.scheduler().freeze(course.choices().below(LONG));
    }
    throw new Crash();
  }
}

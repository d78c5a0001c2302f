package io.windrow.simulation.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Runs actors one at a time and decides, at each step, which goes on. Actors are ordinary code on
 * threads of their own, but only the one that was handed the baton runs, so that a run is a
 * function of the choices made, and those of the seed.
 */
public final class Scheduler {
  private final Executor threads;
  private final Choices choices;
  private final double staying;
  private final List<Actor> actors = new ArrayList<>();
  private final Semaphore driver = new Semaphore(0);
  private @Nullable Actor running;
  private @Nullable Throwable failure;
  private long steps;

  /**
   * A scheduler.
   *
   * @param staying how probable it is that an actor goes on for a further step unasked
   */
  public Scheduler(Executor threads, Choices choices, double staying) {
    this.threads = threads;
    this.choices = choices;
    this.staying = staying;
  }

  /** Adds an actor, which runs when it is first chosen. */
  public Actor spawn(String name, Runnable body) {
    Actor actor = new Actor(name);
    actors.add(actor);
    threads.execute(() -> run(actor, body));
    return actor;
  }

  private void run(Actor actor, Runnable body) {
    actor.await();
    try {
      body.run();
    } catch (Crash e) {
      // What a crash leaves behind is for others to mend.
    } catch (Throwable e) {
      failure = e;
    } finally {
      actor.finish();
      driver.release();
    }
  }

  /** The name of the actor that runs. */
  public String running() {
    return running == null ? "world" : running.name();
  }

  /** How many steps have been taken. */
  public long steps() {
    return steps;
  }

  /** The actors that have not finished. */
  public List<Actor> actors() {
    return List.copyOf(actors);
  }

  /**
   * Lets one actor, chosen from those that can, run to its next step.
   *
   * @return false if none can run now
   */
  public boolean step() {
    List<Actor> ready = new ArrayList<>();
    for (Actor actor : actors) {
      if (actor.canRunAt(steps)) {
        ready.add(actor);
      }
    }
    if (ready.isEmpty()) {
      return false;
    }
    Actor chosen = choices.oneOf(ready);
    steps++;
    running = chosen;
    chosen.hand();
    driver.acquireUninterruptibly();
    running = null;
    if (chosen.isFinished()) {
      actors.remove(chosen);
    }
    rethrowFailure();
    return true;
  }

  /** Ends every actor where it is. */
  public void abandon() {
    while (!actors.isEmpty()) {
      Actor actor = actors.remove(actors.size() - 1);
      actor.doom();
      running = actor;
      actor.hand();
      driver.acquireUninterruptibly();
    }
    running = null;
    failure = null;
  }

  private void rethrowFailure() {
    Throwable thrown = failure;
    failure = null;
    if (thrown instanceof AssertionError violation) {
      throw violation;
    }
    if (thrown != null) {
      throw new AssertionError(thrown.toString(), thrown);
    }
  }

  /** Called by the running actor: it stands still for so many steps, and then goes on. */
  public void freeze(long duration) {
    Actor self = running;
    if (self != null) {
      self.freezeUntil(steps + duration);
      letOthersGo(self);
    }
  }

  /** Called by the running actor before and after each effect: others may go first. */
  public void pause() {
    Actor self = running;
    if (self == null) {
      return;
    }
    if (self.isDoomed()) {
      throw new Crash();
    }
    steps++;
    if (!choices.chance(staying)) {
      letOthersGo(self);
    }
  }

  private void letOthersGo(Actor self) {
    driver.release();
    self.await();
    if (self.isDoomed()) {
      throw new Crash();
    }
  }
}

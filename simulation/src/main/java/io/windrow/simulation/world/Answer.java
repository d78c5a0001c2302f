package io.windrow.simulation.world;

/** Hears what became of an invocation. */
interface Answer {
  Answer UNHEARD = succeeded -> {};

  void hear(boolean succeeded);
}

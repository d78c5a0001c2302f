package io.windrow.local.chaos;

/** A kind of thing that chaos does to a run. */
public enum Fault {
  KILL("kills"),
  THROTTLE("throttles"),
  LOST_ANSWER("lost answers"),
  REPEAT("repeats"),
  TWIN("twins"),
  DELAY("delays"),
  SPLIT("splits"),
  MERGE("merges");

  private final String plural;

  Fault(String plural) {
    this.plural = plural;
  }

  /** What several of them are called. */
  public String plural() {
    return plural;
  }
}

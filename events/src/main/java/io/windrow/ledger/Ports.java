package io.windrow.ledger;

/** What settling needs of the world. */
public record Ports(
    Ledger ledger,
    Frontiers frontiers,
    Runs runs,
    Results results,
    Quarantine quarantine,
    Source source,
    Inventory inventory,
    Markers markers) {

  /** Those that committing needs. */
  public ChainPorts chains() {
    return new ChainPorts(ledger, frontiers, source, markers);
  }

  /** These with another ledger. */
  public Ports with(Ledger other) {
    return new Ports(other, frontiers, runs, results, quarantine, source, inventory, markers);
  }

  /** These with another frontier. */
  public Ports with(Frontiers other) {
    return new Ports(ledger, other, runs, results, quarantine, source, inventory, markers);
  }

  /** These with other runs. */
  public Ports with(Runs other) {
    return new Ports(ledger, frontiers, other, results, quarantine, source, inventory, markers);
  }

  /** These with other results. */
  public Ports with(Results other) {
    return new Ports(ledger, frontiers, runs, other, quarantine, source, inventory, markers);
  }

  /** These with another quarantine. */
  public Ports with(Quarantine other) {
    return new Ports(ledger, frontiers, runs, results, other, source, inventory, markers);
  }

  /** These with another source. */
  public Ports with(Source other) {
    return new Ports(ledger, frontiers, runs, results, quarantine, other, inventory, markers);
  }

  /** These with another inventory. */
  public Ports with(Inventory other) {
    return new Ports(ledger, frontiers, runs, results, quarantine, source, other, markers);
  }

  /** These with other markers. */
  public Ports with(Markers other) {
    return new Ports(ledger, frontiers, runs, results, quarantine, source, inventory, other);
  }
}

package io.windrow.simulation.world;

import io.windrow.ledger.Inventory;

/** An inventory reached over a network that fails. */
record FaultyInventory(Inventory real, Effects effects) implements Inventory {
  @Override
  public Pass pass() {
    return effects.read("sweep", "read", "pass", real::pass);
  }

  @Override
  public void note(Pass pass) {
    effects.write("sweep", "note", pass, () -> real.note(pass));
  }

  @Override
  public Page page(String after) {
    return effects.read("sweep", "page", after, () -> real.page(after));
  }

  @Override
  public void expire(Item item, long at) {
    effects.write(item.toString(), "expire", item, () -> real.expire(item, at));
  }
}

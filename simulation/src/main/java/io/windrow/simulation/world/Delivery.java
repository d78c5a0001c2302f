package io.windrow.simulation.world;

/** A batch on its way: its answer moves the reader, unless it timed out before. */
final class Delivery implements Answer {
  private final Reader reader;
  private final int to;
  private boolean over;

  Delivery(Reader reader, int to) {
    this.reader = reader;
    this.to = to;
    reader.begin();
  }

  boolean isOver() {
    return over;
  }

  void timeOut() {
    if (!over) {
      over = true;
      reader.fail();
    }
  }

  @Override
  public void hear(boolean succeeded) {
    if (over) {
      return;
    }
    over = true;
    if (succeeded) {
      reader.succeed(to);
    } else {
      reader.fail();
    }
  }
}

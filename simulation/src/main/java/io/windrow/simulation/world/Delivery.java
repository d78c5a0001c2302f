package io.windrow.simulation.world;

/** A batch on its way: its answer moves the reader, unless it timed out before. */
final class Delivery {
  private final Reader reader;
  private boolean over;

  Delivery(Reader reader) {
    this.reader = reader;
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

  /**
   * Takes the answer.
   *
   * @param done how many puts of the shard need not come again
   */
  void hear(int done) {
    if (!over) {
      over = true;
      reader.moveTo(done);
    }
  }
}

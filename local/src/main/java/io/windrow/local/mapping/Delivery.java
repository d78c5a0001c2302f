package io.windrow.local.mapping;

/** The liberties that a mapping takes with the batches of one shard. */
public interface Delivery {

  /** Lambda's on a good day. */
  Delivery PLAIN = new Delivery() {};

  /** How many records the next batch takes, 1 to {@code atMost}. */
  default int batch(int atMost) {
    return atMost;
  }

  /** How many records the first part takes when so many, two at least, are cut in two. */
  default int bisect(int records) {
    return records / 2;
  }

  /** How many of the records just handled, counted from the last, are delivered once more. */
  default int rewind(int handled) {
    return 0;
  }

  /** The function as batches of this shard meet it. */
  default LambdaFunction through(LambdaFunction function) {
    return function;
  }
}

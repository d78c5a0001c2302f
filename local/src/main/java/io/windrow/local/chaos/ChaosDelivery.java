package io.windrow.local.chaos;

import io.windrow.local.mapping.Delivery;
import io.windrow.local.mapping.LambdaFunction;
import java.util.Random;
import java.util.function.Consumer;

/** The delivery of one shard under {@link Chaos}. */
final class ChaosDelivery implements Delivery {
  private static final int FAULTS_A_BATCH = 4;

  private final Random random;
  private final Twins twins;
  private final Consumer<Fault> struck;
  private int faultsLeft;
  private boolean rewound;

  ChaosDelivery(Random random, Twins twins, Consumer<Fault> struck) {
    this.random = random;
    this.twins = twins;
    this.struck = struck;
  }

  @Override
  public int batch(int atMost) {
    faultsLeft = FAULTS_A_BATCH;
    int limit = random.nextInt(3) == 0 ? Math.min(10, atMost) : atMost;
    return 1 + random.nextInt(limit);
  }

  @Override
  public int bisect(int records) {
    return 1 + random.nextInt(records - 1);
  }

  /** Never twice in a row, so that new records get their turn. */
  @Override
  public int rewind(int handled) {
    rewound = !rewound && random.nextInt(4) == 0;
    if (!rewound) {
      return 0;
    }
    struck.accept(Fault.REPEAT);
    return 1 + random.nextInt(handled);
  }

  @Override
  public LambdaFunction through(LambdaFunction function) {
    return new ChaosFunction(function, this::misfortune, random, twins, struck);
  }

  private Misfortune misfortune() {
    Misfortune drawn = faultsLeft == 0 ? Misfortune.NONE : Misfortune.drawn(random);
    faultsLeft -= drawn == Misfortune.NONE ? 0 : 1;
    return drawn;
  }
}

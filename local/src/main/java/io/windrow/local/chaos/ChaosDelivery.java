package io.windrow.local.chaos;

import io.windrow.local.mapping.Delivery;
import io.windrow.local.mapping.LambdaFunction;
import java.util.Random;

/** The delivery of one shard under {@link Chaos}. */
final class ChaosDelivery implements Delivery {
  private static final int FAULTS_A_BATCH = 4;

  private final Random random;
  private int faultsLeft;
  private boolean rewound;

  ChaosDelivery(Random random) {
    this.random = random;
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
    return rewound ? 1 + random.nextInt(handled) : 0;
  }

  @Override
  public LambdaFunction through(LambdaFunction function) {
    return new ChaosFunction(function, this::fault, random);
  }

  private ChaosFunction.Fault fault() {
    if (faultsLeft == 0 || random.nextInt(3) > 0) {
      return ChaosFunction.Fault.NONE;
    }
    faultsLeft--;
    ChaosFunction.Fault[] all = ChaosFunction.Fault.values();
    return all[1 + random.nextInt(all.length - 1)];
  }
}

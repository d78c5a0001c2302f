package io.windrow.local.samples;

import io.windrow.local.samples.Products.Product;
import java.util.SplittableRandom;

/** Somebody who visits the shop now and then, and what he does next. */
final class Visitor {
  private static final int SECOND = 1_000;
  private static final int MINUTE = 60 * SECOND;

  private final String id;
  private final Products products;
  private long time;
  private String kind = "view";
  private Product product;

  Visitor(String id, Products products, long time, SplittableRandom random) {
    this.id = id;
    this.products = products;
    this.time = time;
    this.product = products.one(random);
  }

  String id() {
    return id;
  }

  long time() {
    return time;
  }

  String kind() {
    return kind;
  }

  Product product() {
    return product;
  }

  /** Goes on within the visit, or comes again hours later. */
  void goOn(SplittableRandom random) {
    if (kind.equals("order") || random.nextInt(12) == 0) {
      time += random.nextInt(35 * MINUTE, 300 * MINUTE);
      look(random);
      return;
    }
    boolean isCalledAway = random.nextInt(30) == 0;
    time +=
        isCalledAway
            ? random.nextInt(5 * MINUTE, 30 * MINUTE)
            : random.nextInt(2 * SECOND, 2 * MINUTE);
    if (kind.equals("cart") && random.nextInt(3) > 0) {
      kind = "order";
    } else if (kind.equals("view") && random.nextInt(4) == 0) {
      kind = "cart";
    } else {
      look(random);
    }
  }

  /** Looks at one page after the other, and never stops. */
  void crawl(SplittableRandom random) {
    time += random.nextInt(60 * SECOND, 120 * SECOND);
    look(random);
  }

  private void look(SplittableRandom random) {
    kind = random.nextInt(10) == 0 ? "ping" : "view";
    product = products.one(random);
  }
}

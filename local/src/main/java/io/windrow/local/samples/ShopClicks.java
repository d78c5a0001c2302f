package io.windrow.local.samples;

import io.windrow.local.samples.Products.Product;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * The generator of what visitors of a shop do: they come, look at products, order some and leave,
 * and one is a crawler that never does. The same seed gives the same lines.
 *
 * <p>One in twenty comes up to a minute late, as telephones send what they do. Of a thousand lines
 * some two each are made as a real stream has them: of a device that was offline for hours, of an
 * unknown product, cut off, of nobody, for nothing.
 */
public final class ShopClicks {

  /** When event time begins: 2024-03-01T08:00:00Z. */
  public static final long START = 1_709_280_000_000L;

  private static final int VISITORS = 60;
  private static final int FIRST_VISITOR = 10;
  private static final int FIRST_COME_WITHIN = 3 * 3_600_000;
  private static final int ONE_FLAW_IN = 500;
  private static final int ONE_BEHIND_IN = 20;
  private static final int BEHIND = 60_000;
  private static final int MOST_ORDERED = 3;
  private static final long OFFLINE = 3 * 3_600_000L;

  private final SplittableRandom random;
  private final Products products = new Products();
  private final Visitor crawler;
  private final PriorityQueue<Visitor> next =
      new PriorityQueue<>(Comparator.comparingLong(Visitor::time).thenComparing(Visitor::id));

  public ShopClicks(long seed) {
    this.random = new SplittableRandom(seed);
    this.crawler = new Visitor("crawler", products, START, random);
    next.add(crawler);
    for (int i = 0; i < VISITORS; i++) {
      long first = START + random.nextInt(FIRST_COME_WITHIN);
      next.add(new Visitor("visitor-" + (FIRST_VISITOR + i), products, first, random));
    }
  }

  /** The next line, without an end of line. */
  public String next() {
    Visitor visitor = next.remove();
    String line = line(visitor);
    if (visitor.equals(crawler)) {
      visitor.crawl(random);
    } else {
      visitor.goOn(random);
    }
    next.add(visitor);
    return line;
  }

  private String line(Visitor visitor) {
    long time = visitor.time() - (random.nextInt(ONE_BEHIND_IN) == 0 ? random.nextInt(BEHIND) : 0);
    Product product = visitor.product();
    return switch (random.nextInt(ONE_FLAW_IN)) {
      case 0 -> event(visitor, time - OFFLINE, product);
      case 1 -> event(visitor, time, new Product("hats-10", "hats", product.cents()));
      case 2 -> cutOff(event(visitor, time, product));
      case 3 -> ofNobody(event(visitor, time, product));
      case 4 -> event(visitor, time, new Product(product.id(), product.category(), 0));
      default -> event(visitor, time, product);
    };
  }

  private String event(Visitor visitor, long time, Product product) {
    boolean isOrder = visitor.kind().equals("order");
    return "{\"user_id\":\""
        + visitor.id()
        + "\",\"at\":\""
        + Instant.ofEpochMilli(time).truncatedTo(ChronoUnit.SECONDS)
        + "\",\"kind\":\""
        + visitor.kind()
        + "\",\"product_id\":\""
        + product.id()
        + "\",\"price\":"
        + product.price()
        + (isOrder ? ",\"quantity\":" + random.nextInt(1, MOST_ORDERED + 1) : "")
        + "}";
  }

  private String cutOff(String line) {
    return line.substring(0, random.nextInt(1, line.length()));
  }

  private static String ofNobody(String line) {
    return "{" + line.substring(line.indexOf("\"at\""));
  }
}

package io.windrow.local.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What the shop sells: 60 products in six categories, the same ones always. */
public final class Products {
  private static final List<String> CATEGORIES =
      List.of("books", "games", "garden", "kitchen", "music", "shoes");
  private static final int A_CATEGORY = 10;
  private static final int MOST_CENTS = 20_000;
  private static final long SEED = 1;

  private final List<Product> all = new ArrayList<>();

  public Products() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (String category : CATEGORIES) {
      for (int i = 0; i < A_CATEGORY; i++) {
        String id = category + "-" + (A_CATEGORY + i);
        all.add(new Product(id, category, random.nextInt(100, MOST_CENTS)));
      }
    }
  }

  /** The table as a CSV file. */
  public String csv() {
    StringBuilder out = new StringBuilder("product_id,category\n");
    for (Product product : all) {
      out.append(product.id).append(',').append(product.category).append('\n');
    }
    return out.toString();
  }

  Product one(SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }

  /** A product. */
  record Product(String id, String category, int cents) {
    String price() {
      return BigDecimal.valueOf(cents, 2).toPlainString();
    }
  }
}

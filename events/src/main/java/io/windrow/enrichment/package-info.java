/** Fields that events take from tables of reference data, all keys of a batch asked at once. */
@NullMarked
package io.windrow.enrichment;

import org.jspecify.annotations.NullMarked;

/**
 * What a record is by itself: decoded, held to the contract, given its time, cleaned, and judged by
 * the rules.
 */
@NullMarked
package io.windrow.contract;

import org.jspecify.annotations.NullMarked;

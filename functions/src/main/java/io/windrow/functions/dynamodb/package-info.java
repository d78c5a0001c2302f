/** Ledgers, frontiers, results and reference data in DynamoDB. */
@NullMarked
package io.windrow.functions.dynamodb;

import org.jspecify.annotations.NullMarked;

/** What large windows cost, on the real adapters and DynamoDB Local. */
@NullMarked
package io.windrow.benchmarks.scale;

import org.jspecify.annotations.NullMarked;

/** Lambda's event source mapping for Kinesis, in this process. */
@NullMarked
package io.windrow.local.mapping;

import org.jspecify.annotations.NullMarked;

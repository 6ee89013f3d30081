package storagebench.storage;

import java.util.OptionalLong;

/**
 * What a table takes on disk, over all segments, in bytes.
 *
 * @param table its data, without indexes and auxiliary relations
 * @param index its indexes
 * @param auxiliary what its format keeps beside the data
 * @param uncompressed the server's own count before compression, where it keeps one
 */
public record Footprint(long table, long index, long auxiliary, OptionalLong uncompressed) {}

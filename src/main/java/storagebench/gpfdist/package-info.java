/**
 * Serves batches to the segments of a Greenplum or Cloudberry cluster as gpfdist does: the segments
 * fetch their rows by HTTP, in parallel. It knows neither SQL nor how rows are made. Start with
 * {@link storagebench.gpfdist.GpfdistServer} and {@link storagebench.gpfdist.RowSource}.
 */
package storagebench.gpfdist;

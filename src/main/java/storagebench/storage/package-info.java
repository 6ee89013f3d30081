/**
 * The suite's own schema, the variants, the table of a trial with its sizes, and the ways of
 * inserting a batch into it. It knows the server and the workload. Start with {@link
 * storagebench.storage.Variant} and {@link storagebench.storage.Ingest}.
 */
package storagebench.storage;

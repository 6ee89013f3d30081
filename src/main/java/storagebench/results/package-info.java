/**
 * Results as data: JMH's JSON, the names of metrics, fingerprints, and the folders that hold them.
 * Everything that is read from files of other people comes in here. It sees neither JDBC nor JMH.
 * Start with {@link storagebench.results.Results}.
 */
package storagebench.results;

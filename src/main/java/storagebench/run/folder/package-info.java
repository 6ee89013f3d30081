/**
 * The folder of a run: its plan, fingerprint, log and lock, each finished trial on the disk before
 * the next begins, and the checks on resuming. Start with {@link storagebench.run.folder.KeptRun}.
 */
package storagebench.run.folder;

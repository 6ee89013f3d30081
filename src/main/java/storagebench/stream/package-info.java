/**
 * The day of traffic, batch by batch into every variant, resumable at each of them. What is
 * committed is in the server's journal and is never inserted again.
 */
package storagebench.stream;

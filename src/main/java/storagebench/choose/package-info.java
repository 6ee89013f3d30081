/**
 * A race of storage options for speed and size: which stay in, and which are picked in the end. It
 * knows trials only by their figures. Start with {@link storagebench.choose.Race}.
 */
package storagebench.choose;

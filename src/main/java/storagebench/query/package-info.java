/** Queries by the clock: of the tables of a stream, and the user's of the tables of a race. */
package storagebench.query;

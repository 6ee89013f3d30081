/**
 * What every package may use: errors for the user, counts in words, and the console. It knows none
 * of the others.
 */
package storagebench;

package storagebench.duel;

import storagebench.compare.CompareOptions;

/**
 * The options of a duel that a run does not have.
 *
 * @param baseline the side to compare with
 * @param candidate the side that may be worse
 * @param compare how they are compared
 * @param untilDecided whether to end a cell as soon as its verdict is clear
 */
public record DuelRequest(
    DuelSide baseline, DuelSide candidate, CompareOptions compare, boolean untilDecided) {}

package storagebench.duel;

import storagebench.compare.CompareOptions;

/**
 * What tells a duel from a run, as the user asks for it.
 *
 * @param baseline what there was
 * @param candidate what may be worse
 * @param compare how they are compared
 * @param untilDecided whether to end a cell as soon as its verdict is clear
 */
public record DuelRequest(
    DuelSide baseline, DuelSide candidate, CompareOptions compare, boolean untilDecided) {}

// L15.c: 4 points
// says: An equal loss is not better
- if (losses[epoch - 1] < losses[best - 1]) best = epoch;
+ if (losses[epoch - 1] <= losses[best - 1]) best = epoch;

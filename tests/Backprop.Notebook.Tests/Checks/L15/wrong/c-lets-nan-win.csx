// L15.c: 4 points
// says: NaN is never better
- if (losses[epoch - 1] < losses[best - 1]) best = epoch;
+ if (!(losses[epoch - 1] >= losses[best - 1])) best = epoch;

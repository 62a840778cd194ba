// L15.d: 3 points
// says: That one has the largest loss
- bool isLower = best < 0 || losses[i] < losses[best];
+ bool isLower = best < 0 || losses[i] > losses[best];

// L03.d: 1 points
// says: W
- slopes[k] += miss
+ slopes[k] = miss
- slopeB += miss
+ slopeB = miss

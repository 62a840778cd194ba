// L09.b: 4 points
// says: at exactly 0 the slope is 0
- v > 0 ? 1 : 0,
+ v >= 0 ? 1 : 0,

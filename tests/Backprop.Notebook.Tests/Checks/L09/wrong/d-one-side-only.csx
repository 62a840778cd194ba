// L09.d: 3 points
// says: nudge to both
- (loss(up) - loss(down)) / (2 * h);
+ (loss(up) - loss(w)) / h;

// L09.c: 1 points
// says: that is Delta, and not delta
- (1 - h[r] * h[r]) * W2[0][r] * delta;
+ W2[0][r] * delta;

// L09.c: 1 points
// says: without their weights W2
- (1 - h[r] * h[r]) * W2[0][r] * delta;
+ (1 - h[r] * h[r]) * delta;

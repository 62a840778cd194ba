// L06.d: 0 points
// says: only 0 ReLU(s) have their corner
- (1, -k * gap, slope - before)
+ (1, k * gap, slope - before)

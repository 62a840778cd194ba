// L22.c: 4 points
// says: Count each error with its cost
- (chance < t ? miss : 0) : (chance >= t ? alarm : 0)
+ (chance < t ? 1 : 0) : (chance >= t ? 1 : 0)

// L22.c: 3 points
// says: with the two costs exchanged
- (chance < t ? miss : 0) : (chance >= t ? alarm : 0)
+ (chance < t ? alarm : 0) : (chance >= t ? miss : 0)

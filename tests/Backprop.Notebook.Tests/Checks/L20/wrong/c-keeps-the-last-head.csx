// L20.c: 1 points
// says: the heads side by side
- (double[])[.. left, .. right])];
+ (double[])[.. right])];

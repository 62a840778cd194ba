// L20.c: 1 points
// says: The heads stand in the wrong order
- (double[])[.. left, .. right])];
+ (double[])[.. right, .. left])];

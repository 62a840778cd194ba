// L13.c: 2 points
// says: the direction is the average of slopes
- rate * mHat
+ rate * slope

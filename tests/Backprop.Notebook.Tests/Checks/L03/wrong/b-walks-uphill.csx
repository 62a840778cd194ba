// L03.b: 0 points
// says: You walk uphill
- m -= rate * slopeM;
+ m += rate * slopeM;
- b -= rate * slopeB;
+ b += rate * slopeB;

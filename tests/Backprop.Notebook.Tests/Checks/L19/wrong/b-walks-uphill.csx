// L19.b: 0 points
// says: a step uphill
- w -= rate * slopeW;
+ w += rate * slopeW;
- b -= rate * slopeB;
+ b += rate * slopeB;

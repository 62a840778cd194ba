// L10.d: 1 points
// says: That is for a penalty with h squared
- arrives += lambda * Math.Sign(h);
+ arrives += 2 * lambda * h;

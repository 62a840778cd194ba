// L10.d: 1 points
// says: the sign is missing
- arrives += lambda * Math.Sign(h);
+ arrives += lambda;

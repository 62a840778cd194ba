// L10.d: 3 points
// says: what arrives from above is added to it
- arrives += lambda * Math.Sign(h);
+ if (lambda > 0) arrives = lambda * Math.Sign(h);

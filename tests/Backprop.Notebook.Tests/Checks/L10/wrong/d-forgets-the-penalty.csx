// L10.d: 1 points
// says: the penalty has a slope of its own
- arrives += lambda * Math.Sign(h);
+ 

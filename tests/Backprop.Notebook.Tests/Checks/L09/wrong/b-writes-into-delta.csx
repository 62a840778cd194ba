// L09.b: 5 points
// says: other numbers after the call
- return result;
+ delta[0] = 0; return result;

// L03.a: 0 points
// says: That is half of it
- return sum / actual.Length;
+ return sum / (2 * actual.Length);

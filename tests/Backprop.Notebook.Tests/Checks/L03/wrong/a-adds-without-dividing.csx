// L03.a: 0 points
// says: That is the sum of the squares
- return sum / actual.Length;
+ return sum;

// L03.a: 0 points
// says: That is the square root of it
- return sum / actual.Length;
+ return Math.Sqrt(sum / actual.Length);

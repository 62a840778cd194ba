// L18.a: 0 points
// says: That is the sum of the squares
- return (e.Average(d => d * d), slopes);
+ return (e.Sum(d => d * d), slopes);

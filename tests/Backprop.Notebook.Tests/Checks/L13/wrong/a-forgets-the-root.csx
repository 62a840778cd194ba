// L13.a: 0 points
// says: divide by the root of G
- Math.Sqrt(sum[k])
+ sum[k]

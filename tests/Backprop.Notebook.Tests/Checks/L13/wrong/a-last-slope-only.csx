// L13.a: 1 points
// says: add it to the sum
- sum[k] += slope[k] * slope[k];
+ sum[k] = slope[k] * slope[k];

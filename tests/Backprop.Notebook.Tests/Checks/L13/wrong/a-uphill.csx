// L13.a: 0 points
// says: uphill
- result[k] -= rate
+ result[k] += rate

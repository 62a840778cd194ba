// L13.c: 0 points
// says: uphill
- result[k] -= rate
+ result[k] += rate

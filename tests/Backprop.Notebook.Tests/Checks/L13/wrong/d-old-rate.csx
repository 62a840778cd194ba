// L13.d: 1 points
// says: change the rate first
- double sign = slope[k] * last[k];
+ double sign = slope[k] * last[k], old = rates[k];
- result[k] -= rates[k] * slope[k];
+ result[k] -= old * slope[k];

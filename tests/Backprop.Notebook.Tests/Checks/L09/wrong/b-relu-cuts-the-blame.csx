// L09.b: 4 points
// says: not the blame, that decides
- result[r] = Slope(a[r]) * sum;
+ result[r] = activation == "relu" ? Math.Max(0, sum) : Slope(a[r]) * sum;

// L18.a: 2 points
// says: the slope of a square has a factor 2
- slopes[k][i] = 2.0 / x.Length * (e[i] * h[k] + back * x[i]);
+ slopes[k][i] = 1.0 / x.Length * (e[i] * h[k] + back * x[i]);
